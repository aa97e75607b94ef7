/** What to say for each problem code. A code that is missing here shows the server's own title. */
export const problem = {
  'network.offline': '连不上服务器。您填写的内容还在，请检查网络后重试。',
  'network.bad_reply': '服务器的答复无法识别，请刷新页面后重试。',
  'session.missing': '请先登录',
  'session.wrong_credentials': '账号或密码不对，请核对后重新输入',
  'session.throttled': '尝试次数过多，请稍后再试',
  not_found: '没有找到，或不在您的权限范围内',
  forbidden: '您没有办理权限',
  internal: '系统出错了。已提交的内容不受影响，请稍后重试。',
  'request.invalid': '有内容需要修改，请看标出的地方',
  'request.stale': '内容刚被别人改过，请刷新后再改',
  'request.too_large': '提交的内容太大',
  'request.csrf': '请求来源无法确认，请刷新页面后重试',
  'idempotency.in_flight': '上一次提交还在处理，请稍候再看结果',
} as const
