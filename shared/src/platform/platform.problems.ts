import type { Problem } from './problem-shape.ts'

/** What is refused about the request itself, whatever it is about. */
export const platformProblems = {
  not_found: {
    status: 404,
    zh: '没有找到该内容，可能已被移走，或不在您的查看范围内。',
    en: 'Nothing here, or not within your reach.',
  },
  method_not_allowed: { status: 405, zh: '不支持该操作。', en: 'This operation does not exist.' },
  'request.malformed': {
    status: 400,
    zh: '请求内容不是有效的 JSON，请检查后重试。',
    en: 'The request is not valid JSON.',
  },
  'request.invalid': {
    status: 422,
    zh: '有内容需要修改，请按提示逐项更正。',
    en: 'Some fields need to be changed. See each of them.',
  },
  'request.repeated_key': {
    status: 422,
    zh: '同一项条件或内容出现了两次，请只保留一个。',
    en: 'The same parameter or name is there twice. Keep one of them.',
  },
  'request.too_large': { status: 413, zh: '提交内容过大，请精简后再提交。', en: 'The request is too large.' },
  'request.too_slow': {
    status: 408,
    zh: '网络太慢，内容没有传完，请换个网络后重试。',
    en: 'The request came too slowly and was not read to its end. Try again on a better network.',
  },
  'request.wrong_type': { status: 415, zh: '提交的内容类型不受支持。', en: 'This content type is not supported.' },
  'request.idempotency_missing': {
    status: 422,
    zh: '请求缺少防重复提交标识（Idempotency-Key），请刷新页面后重试。',
    en: 'The Idempotency-Key header is missing or malformed.',
  },
  'request.key_reused': {
    status: 422,
    zh: '同一提交标识被用于不同内容，请刷新页面后重新提交。',
    en: 'This Idempotency-Key was used with another body.',
  },
  'request.in_flight': {
    status: 409,
    zh: '上一次提交正在处理，请稍候。',
    en: 'The same request is still being handled.',
  },
  'request.version_missing': {
    status: 428,
    zh: '修改时需注明所依据的版本（If-Match）。',
    en: 'An edit must carry the version it is based on (If-Match).',
  },
  'request.stale_version': {
    status: 412,
    zh: '内容已被他人更新，请刷新后在最新版本上修改。',
    en: 'Someone changed this meanwhile. Reload and edit the newest version.',
  },
  'request.bad_cursor': {
    status: 422,
    zh: '翻页标识已失效，请从第一页重新查看。',
    en: 'The page cursor is not valid. Start again from the first page.',
  },
  'search.too_short': {
    status: 422,
    zh: '请至少输入两个相连的字再搜索。',
    en: 'Type at least two neighbouring characters to search.',
  },
  rate_limited: { status: 429, zh: '操作过于频繁，请稍后再试。', en: 'Too many requests. Please wait a while.' },
  'service.unavailable': {
    status: 503,
    zh: '系统暂时繁忙，请稍后重试；已提交的内容不会丢失。',
    en: 'The service is busy. Try again shortly; nothing submitted is lost.',
  },
  'service.storage_full': {
    status: 503,
    zh: '服务器存储空间已满，这次没有保存。请保留填写的内容稍后重试，并告知系统管理员。',
    en: 'The disk of the server is full, so nothing was saved. Keep what you typed, try later, and tell the administrator.',
  },
  'service.database_failing': {
    status: 503,
    zh: '数据库服务器出现故障，这次没有保存。请保留填写的内容稍后重试，并告知系统管理员。',
    en: 'The database server is in trouble, so nothing was saved. Keep what you typed, try later, and tell the administrator.',
  },
  internal: {
    status: 500,
    zh: '系统出现故障，我们已记录；请稍后重试，或凭编号联系管理员。',
    en: 'Something went wrong on our side and was logged. Try again later.',
  },
  'attachment.not_an_image': {
    status: 422,
    zh: '请上传 JPG、PNG、WebP 或 HEIC 照片。',
    en: 'Upload a JPEG, PNG, WebP or HEIC photo.',
  },
  'attachment.too_many_pixels': {
    status: 422,
    zh: '照片像素过高（超过 6400 万），请缩小后再上传。',
    en: 'The photo has more than 64 million pixels. Make it smaller first.',
  },
  'attachment.too_large': { status: 413, zh: '照片不能超过 10 MB。', en: 'Photos may have at most 10 MB.' },
  'attachment.unknown': {
    status: 422,
    zh: '所附照片不存在，或不是您上传的。',
    en: 'An attached photo does not exist or is not yours.',
  },
  'network.offline': {
    status: 0,
    zh: '网络不可用，内容已保留，请在恢复后重试。',
    en: 'No network. What you typed is kept; try again later.',
  },
} as const satisfies Record<string, Problem>
