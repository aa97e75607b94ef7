import { z } from 'zod'

interface Problem {
  status: number
  zh: string
  en: string
}

/** Every refusal of the product: its status and one sentence that says what to do. The api throws the code, the web shows the sentence. */
export const problems = {
  'auth.required': { status: 401, zh: '请先登录。', en: 'Please sign in first.' },
  'auth.wrong_credentials': {
    status: 401,
    zh: '用户名或密码不正确，请核对后重试。',
    en: 'The username or password is not right. Check both and try again.',
  },
  'auth.too_many_attempts': {
    status: 429,
    zh: '尝试次数过多，请稍后再试。',
    en: 'Too many attempts. Please wait a while and try again.',
  },
  'auth.forbidden': {
    status: 403,
    zh: '您没有办理此事项的权限，请联系有权限的同志。',
    en: 'You may not do this. Ask a colleague who holds the role.',
  },
  'auth.csrf': {
    status: 403,
    zh: '请求来源无法确认，请刷新页面后重试。',
    en: 'The request did not come from this site. Reload the page and try again.',
  },
  'auth.suspended': {
    status: 403,
    zh: '账号已停用，请联系系统管理员。',
    en: 'This account is suspended. Ask the system administrator.',
  },
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
  'request.too_large': { status: 413, zh: '提交内容过大，请精简后再提交。', en: 'The request is too large.' },
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
  internal: {
    status: 500,
    zh: '系统出现故障，我们已记录；请稍后重试，或凭编号联系管理员。',
    en: 'Something went wrong on our side and was logged. Try again later.',
  },
  'need.not_open': { status: 409, zh: '该需求已办结或已建单，不能再作此处理。', en: 'This need is already settled.' },
  'need.reopened_before': {
    status: 409,
    zh: '该需求已申请过一次重办，不能再次申请。',
    en: 'This need was reopened once already.',
  },
  'need.not_settled': { status: 409, zh: '该需求尚未答复，无需重办。', en: 'This need has not been answered yet.' },
  'need.not_requester': { status: 403, zh: '只有需求提出人可以申请重办。', en: 'Only the requester may do this.' },
  'need.merged': {
    status: 409,
    zh: '该需求已与另一条需求合并，请在那条需求上办理。',
    en: 'This need was merged into another. Act on that one.',
  },
  'need.has_voices': {
    status: 409,
    zh: '已有其他需求并入该需求，请先撤销合并，或改为并入该需求。',
    en: 'Other needs were merged into this one. Undo that first, or merge the other way round.',
  },
  'need.not_merged': { status: 409, zh: '该需求没有合并，无需撤销。', en: 'This need is not merged.' },
  'need.merge_into_itself': { status: 422, zh: '不能与自身合并，请选择另一条需求。', en: 'Choose another need.' },
  'need.own': { status: 409, zh: '这是您自己提出的需求，不能附议。', en: 'You cannot second your own need.' },
  'need.organization_unknown': {
    status: 422,
    zh: '未找到所填组织，请从列表中选择。',
    en: 'This organization does not exist here.',
  },
  'need.category_unknown': {
    status: 422,
    zh: '需求类别不在本县目录中，请重新选择。',
    en: 'This category is not in the county’s list.',
  },
  'second.already': { status: 409, zh: '您已附议过。', en: 'You have seconded this already.' },
  'order.not_draft': { status: 409, zh: '该需求项目已发布，不能再作此修改。', en: 'This order is no longer a draft.' },
  'order.not_open': { status: 409, zh: '该需求项目当前不可认领。', en: 'This order cannot be claimed now.' },
  'order.not_live': { status: 409, zh: '该需求项目已结束，不能再作此处理。', en: 'This order has ended.' },
  'order.no_place_left': { status: 409, zh: '名额已满，请查看其他需求项目。', en: 'All places are taken.' },
  'order.claim_by_passed': { status: 409, zh: '认领截止日期已过。', en: 'The date to claim by has passed.' },
  'order.second_person_needed': {
    status: 409,
    zh: '县、镇街需求库的项目须由建单人以外的同志审核发布。',
    en: 'Orders of tier A and B must be published by someone other than the author.',
  },
  'order.tier_owner_mismatch': {
    status: 422,
    zh: '需求库类别与所属组织不符：A 类归县，B 类归镇街，C 类归两新党组织。',
    en: 'Tier and owner do not match: A county, B town, C party organization.',
  },
  'order.due_before_claim_by': {
    status: 422,
    zh: '完成期限不能早于认领截止日期。',
    en: 'The due date cannot be before the date to claim by.',
  },
  'order.date_passed': { status: 422, zh: '日期不能早于今天。', en: 'The date cannot be in the past.' },
  'order.need_not_available': {
    status: 422,
    zh: '所选需求不存在、已办结，或不在您的办理范围内。',
    en: 'A chosen need does not exist, is settled, or is not yours to build from.',
  },
  'order.places_taken': {
    status: 409,
    zh: '名额不能少于已被认领的数量。',
    en: 'There cannot be fewer places than live claims.',
  },
  'order.fixed_once_published': {
    status: 409,
    zh: '发布后不能更改此项，以保障认领人的权益。',
    en: 'This cannot change once published: claimants rely on it.',
  },
  'claim.collective_only': {
    status: 409,
    zh: '该项目须由党小组、党支部或党建联盟集体认领。',
    en: 'This order is for a group, branch or alliance.',
  },
  'claim.individual_only': { status: 409, zh: '该项目面向党员个人认领。', en: 'This order is for individual members.' },
  'claim.members_only': {
    status: 403,
    zh: '认领面向党员；职工群众可以附议和评价。',
    en: 'Only party members claim; workers may second and rate.',
  },
  'claim.already_yours': { status: 409, zh: '您已认领该项目。', en: 'You hold a claim on this order already.' },
  'claim.limit_reached': {
    status: 409,
    zh: '在办认领已达上限，请先完成或退回手上的项目。',
    en: 'You hold as many claims as allowed. Finish or release one first.',
  },
  'claim.you_rated': {
    status: 409,
    zh: '您已对该项目作出评价，按回避要求不能再认领。',
    en: 'You have rated this order, so you may not claim it.',
  },
  'claim.you_inspect': {
    status: 409,
    zh: '您负责检查该项目，按回避要求不能认领。',
    en: 'You inspect this order, so you may not claim it.',
  },
  'claim.participants_need_organization': {
    status: 422,
    zh: '只有集体认领可以列参与人。',
    en: 'Only a collective claim lists participants.',
  },
  'claim.participant_unknown': {
    status: 422,
    zh: '所列参与人不存在或已停用。',
    en: 'A listed participant does not exist.',
  },
  'claim.not_live': { status: 409, zh: '该认领已结束。', en: 'This claim has ended.' },
  'claim.not_requested': {
    status: 409,
    zh: '该认领无需确认，或已处理。',
    en: 'This claim does not wait for a decision.',
  },
  'claim.awaiting_owner': {
    status: 409,
    zh: '该认领尚待项目方确认。',
    en: 'This claim still waits for the owner to confirm.',
  },
  'claim.awaiting_answer': {
    status: 409,
    zh: '已提交办结，正等待需求方答复。',
    en: 'Delivered; waiting for the requester’s answer.',
  },
  'claim.reason_needed': {
    status: 422,
    zh: '已有进展报告，退回须说明原因。',
    en: 'Work was reported, so releasing needs a reason.',
  },
  'claim.extended_before': { status: 409, zh: '每次认领只能延期一次。', en: 'A claim can be extended once.' },
  'claim.already_collective': { status: 409, zh: '该认领已是集体认领。', en: 'This claim is collective already.' },
  'claim.not_listed': {
    status: 409,
    zh: '您不在参与人名单中，或已作答复。',
    en: 'You are not listed, or have answered already.',
  },
  'progress.goes_back': { status: 422, zh: '完成比例不能低于上次报告。', en: 'The share done cannot go back.' },
  'delivery.answered': { status: 409, zh: '该办结提交已有答复。', en: 'This delivery was answered already.' },
  'delivery.not_requester': {
    status: 403,
    zh: '只有需求提出人可以答复是否解决。',
    en: 'Only the requester may answer.',
  },
  'delivery.own_work': { status: 403, zh: '不能答复本人承办的项目。', en: 'You cannot answer for your own work.' },
  'rating.nothing_delivered': {
    status: 409,
    zh: '项目尚未提交办结，暂不能评价。',
    en: 'Nothing has been delivered yet.',
  },
  'rating.own_work': {
    status: 403,
    zh: '认领人和参与人不能评价本人承办的项目。',
    en: 'Claimants and participants may not rate their own work.',
  },
  'rating.not_entitled': {
    status: 403,
    zh: '评价面向需求提出人、附议人以及所属组织的党员和职工。',
    en: 'Only requesters, seconders and people of the owning organization may rate.',
  },
  'rating.entered_by_handler': {
    status: 403,
    zh: '电话评价须由未经办该项目的同志录入。',
    en: 'A rating by telephone is entered by someone who did not handle the order.',
  },
  'rating.need_missing': {
    status: 422,
    zh: '请说明代哪一条需求的提出人录入评价。',
    en: 'Say for which need the caller rates.',
  },
  'rating.quarter_closed': { status: 409, zh: '本季度评价已截止。', en: 'Ratings of this quarter are closed.' },
  'receipt.seen_by_doer': {
    status: 403,
    zh: '承办人曾查看过该回执，为公正起见，请拨打红色征集热线，由热线员记录您的答复和评价。',
    en: 'Someone who works on this has seen the code. Please answer by telephone through the hotline.',
  },
  'receipt.unknown': { status: 404, zh: '没有查到该回执，请核对回执码。', en: 'No such receipt. Check the code.' },
  'grant.to_oneself': { status: 409, zh: '不能给自己授权。', en: 'You cannot grant a role to yourself.' },
  'grant.overlaps': {
    status: 409,
    zh: '该同志在同一组织已有此角色的有效授权。',
    en: 'This person holds that role there already.',
  },
  'grant.admin_and_business': {
    status: 409,
    zh: '三员与业务角色不得由一人兼任。',
    en: 'An administrator may not hold a business role, nor two administrator roles.',
  },
  'grant.inspector_and_doer': {
    status: 409,
    zh: '检查员不得兼任书记或联盟秘书长。',
    en: 'An inspector may not also be secretary or alliance lead.',
  },
  'grant.last_one': {
    status: 409,
    zh: '该组织的最后一名负责人须先明确接任人。',
    en: 'The last one responsible needs a successor first.',
  },
  'grant.ended': { status: 409, zh: '该授权已终止。', en: 'This grant has ended.' },
  'grant.scope_mismatch': {
    status: 422,
    zh: '角色与所选组织的层级不符。',
    en: 'This role does not fit that kind of organization.',
  },
  'grant.to_worker': {
    status: 422,
    zh: '书记、联盟秘书长等党内职务须由党员担任。',
    en: 'Secretaries and alliance leads must be party members.',
  },
  'grant.person_unknown': {
    status: 422,
    zh: '未找到该同志，或其账号已停用。',
    en: 'This person does not exist here or is not active.',
  },
  'grant.until_passed': { status: 422, zh: '有效期截止时间须晚于现在。', en: 'The grant must end in the future.' },
  'person.not_oneself': {
    status: 409,
    zh: '不能停用自己的账号，请由另一名系统管理员办理。',
    en: 'You cannot suspend your own account.',
  },
  'person.still_responsible': {
    status: 409,
    zh: '该同志仍担任职务，请先由安全管理员终止其授权。',
    en: 'This person still holds a role. The security administrator must end it first.',
  },
  'person.username_taken': { status: 409, zh: '该用户名已被使用，请换一个。', en: 'This username is taken.' },
  'person.organization_unknown': { status: 422, zh: '未找到所选组织。', en: 'This organization does not exist here.' },
  'setup.not_available': { status: 404, zh: '系统已完成初始设置。', en: 'Set-up is complete.' },
  'setup.town_twice': { status: 422, zh: '镇街名称有重复，请检查。', en: 'A town is listed twice.' },
  'setup.three_people': {
    status: 422,
    zh: '三员须由三名不同的同志担任，用户名不能相同。',
    en: 'The three administrators must be three different people.',
  },
  'setup.wrong_code': { status: 403, zh: '初始设置码不正确。', en: 'The set-up code is not right.' },
  'attachment.not_an_image': {
    status: 422,
    zh: '请上传 JPG、PNG 或 WebP 照片。',
    en: 'Upload a JPEG, PNG or WebP photo.',
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
  'import.not_a_workbook': {
    status: 422,
    zh: '这不是 Excel 工作簿（.xlsx）或 CSV 文件，请另存后再上传。',
    en: 'This is not an .xlsx workbook or CSV file.',
  },
  'import.encrypted': {
    status: 422,
    zh: '文件已加密，请取消密码保护后再上传。',
    en: 'The file is encrypted. Remove its password first.',
  },
  'import.old_excel': {
    status: 422,
    zh: '这是旧版 Excel（.xls），请另存为 .xlsx 后再上传。',
    en: 'This is an old .xls file. Save it as .xlsx.',
  },
  'import.no_header': {
    status: 422,
    zh: '没有找到表头，请使用模板，或保留“需求内容”等列名。',
    en: 'No header row was found. Use the template.',
  },
  'import.too_many_rows': {
    status: 422,
    zh: '文件超过 50,000 行，请拆分后再上传。',
    en: 'The file has more than 50,000 rows. Split it.',
  },
  'import.too_large': { status: 413, zh: '文件过大，请拆分后再上传。', en: 'The file is too large. Split it.' },
  'import.empty': { status: 422, zh: '文件中没有需求行。', en: 'There are no needs in this file.' },
  'round.exists': { status: 409, zh: '本季度的跟单轮次已存在。', en: 'There is a round for this quarter already.' },
  'round.holders_same': {
    status: 422,
    zh: '两名种子保管人不能是同一人。',
    en: 'The two seed holders must be two people.',
  },
  'round.not_holder': { status: 403, zh: '只有种子保管人可以办理此项。', en: 'Only a seed holder may do this.' },
  'round.committed_already': {
    status: 409,
    zh: '承诺值已提交，不能更改。',
    en: 'The commitment was made and cannot change.',
  },
  'round.commitments_missing': {
    status: 409,
    zh: '两名种子保管人都提交承诺值后，才能冻结名单。',
    en: 'Both seed holders must commit before the frame is frozen.',
  },
  'round.frozen_already': { status: 409, zh: '名单已冻结。', en: 'The frame is frozen already.' },
  'round.not_frozen': { status: 409, zh: '请先冻结名单。', en: 'Freeze the frame first.' },
  'round.quarter_not_begun': { status: 422, zh: '该季度尚未开始。', en: 'That quarter has not begun.' },
  'round.seed_mismatch': {
    status: 422,
    zh: '种子与事先公布的承诺值不符。',
    en: 'The seed does not match its commitment.',
  },
  'round.revealed_already': { status: 409, zh: '该种子已公布。', en: 'This seed was revealed already.' },
  'round.fallback_too_early': {
    status: 409,
    zh: '种子公布期限未到，暂不能启用替代办法。',
    en: 'The holder still has time to reveal the seed.',
  },
  'round.value_too_early': {
    status: 409,
    zh: '公共随机值公布日期未到。',
    en: 'The day of the public value has not come.',
  },
  'round.value_day_passed': {
    status: 409,
    zh: '公共随机值的公布日期须晚于名单冻结之日，请作废本轮后重新开启。',
    en: 'The public value must appear after the day of the freeze. Abort the round and open it anew.',
  },
  'round.value_typed_already': {
    status: 409,
    zh: '公共随机值已录入，不能更改。',
    en: 'The public value was typed in and cannot change.',
  },
  'round.seeds_missing': {
    status: 409,
    zh: '两个种子都公布后才能抽签。',
    en: 'Both seeds must be revealed before the draw.',
  },
  'round.public_value_missing': {
    status: 409,
    zh: '录入公共随机值后才能抽签。',
    en: 'The public value must be typed in before the draw.',
  },
  'round.drawer_is_revealer': {
    status: 409,
    zh: '公布种子或录入随机值的人不能主持抽签。',
    en: 'Whoever revealed a seed or typed the value may not draw.',
  },
  'round.drawn_already': {
    status: 409,
    zh: '本轮已抽签，一轮只抽一次。',
    en: 'The draw was made; there is one a round.',
  },
  'round.not_drawn': { status: 409, zh: '请先抽签。', en: 'Draw first.' },
  'round.not_running': { status: 409, zh: '本轮未在检查中。', en: 'The round is not running.' },
  'round.not_closing': { status: 409, zh: '尚未提请结束，无需确认。', en: 'Nobody has asked to close the round.' },
  'round.census_incomplete': {
    status: 409,
    zh: '县、镇街项目须逐项检查或说明理由后，才能结束本轮。',
    en: 'Every A and B order must be inspected or excused before the round closes.',
  },
  'round.second_person_needed': { status: 409, zh: '须由另一位同志确认。', en: 'A second person must confirm.' },
  'round.ended': { status: 409, zh: '本轮已结束。', en: 'The round has ended.' },
  'round.too_few_inspectors': {
    status: 422,
    zh: '可用检查员不足，无法避开利害关系，请增加人选。',
    en: 'Too few inspectors without a conflict. Add some.',
  },
  'round.not_published': { status: 404, zh: '结果尚未公布。', en: 'The result is not published yet.' },
  'target.not_waiting': {
    status: 409,
    zh: '该项已检查或已说明理由。',
    en: 'This order was inspected or excused already.',
  },
  'target.no_excuse_asked': { status: 409, zh: '该项没有待确认的免检申请。', en: 'Nobody asked to excuse this order.' },
  'target.second_person_needed': {
    status: 409,
    zh: '免检须由申请人以外的同志确认。',
    en: 'Someone other than the one who asked must decide.',
  },
  'inspection.conflict': {
    status: 409,
    zh: '您与该项目存在利害关系，已按回避要求调整检查员。',
    en: 'You have an interest in this order; another inspector takes over.',
  },
  'inspection.not_assigned': { status: 404, zh: '该项目不在您的检查清单中。', en: 'This order is not on your list.' },
  'finding.final_already': {
    status: 409,
    zh: '检查结论已提交，不能更改；如有异议可申诉。',
    en: 'The finding is final. It can be appealed.',
  },
  'finding.item_missing': {
    status: 422,
    zh: '检查表有必填项未填。',
    en: 'A required item of the checklist is missing.',
  },
  'finding.evidence_missing': { status: 422, zh: '该项须附照片。', en: 'This item needs a photo.' },
  'finding.call_back_missing': {
    status: 422,
    zh: '有人表示不满意，须先实名回访。',
    en: 'Somebody was not satisfied: call back first.',
  },
  'finding.verdict_mismatch': {
    status: 422,
    zh: '实质效果差的，结论应为整改或提请退出。',
    en: 'A poor effect must be rectified or proposed for retirement.',
  },
  'finding.item_wrong': { status: 422, zh: '该项的答案不符合填写要求。', en: 'This answer does not fit its item.' },
  'checklist.unknown_version': {
    status: 422,
    zh: '没有这一版检查表，请更新后重填。',
    en: 'There is no such version of the checklist.',
  },
  'checklist.code_twice': {
    status: 422,
    zh: '检查表中有两项使用同一代码。',
    en: 'Two items of the checklist share a code.',
  },
  'checklist.condition_unfit': {
    status: 422,
    zh: '出现条件不成立：所依据的检查项要排在这一项前面，答案要是那一项能填的。',
    en: 'The condition cannot apply: it needs an earlier item, and an answer that item can have.',
  },
  'checklist.unknown_item': { status: 422, zh: '检查表中没有该项。', en: 'The checklist has no such item.' },
  'appeal.too_late': { status: 409, zh: '申诉期限已过。', en: 'The time to appeal has passed.' },
  'appeal.exists': { status: 409, zh: '已提出过申诉。', en: 'This was appealed already.' },
  'appeal.not_concerned': { status: 403, zh: '只有当事方可以申诉。', en: 'Only those concerned may appeal.' },
  'appeal.not_third': {
    status: 409,
    zh: '申诉须由与此事无关的第三方裁定。',
    en: 'An appeal is decided by a third body without a part in it.',
  },
  'appeal.nothing_changed': {
    status: 422,
    zh: '请填写改判后的内容，并与原结论不同。',
    en: 'Say what changes, and differently from what was.',
  },
  'appeal.decided': { status: 409, zh: '该申诉已裁定。', en: 'This appeal was decided already.' },
  'flag.grown': {
    status: 409,
    zh: '这组评价在您查看后又有变化，请刷新再看一遍。',
    en: 'The pattern has changed since you looked. Please look again.',
  },
  'flag.own_rating': {
    status: 409,
    zh: '其中有您本人给出或录入的评价，请由他人查看。',
    en: 'One of these ratings is yours or entered by you. Somebody else has to look.',
  },
  'rectification.not_open': {
    status: 409,
    zh: '该整改已提交或已办结。',
    en: 'This rectification was submitted or decided already.',
  },
  'rectification.items_missing': {
    status: 409,
    zh: '逐项说明整改情况后才能提交。',
    en: 'Every item must be answered before submitting.',
  },
  'rectification.extended_before': {
    status: 409,
    zh: '整改只能延期一次。',
    en: 'A rectification can be extended once.',
  },
  'rectification.not_submitted': {
    status: 409,
    zh: '整改尚未提交，不能复查。',
    en: 'Nothing was submitted to re-inspect.',
  },
  'rectification.same_inspector': {
    status: 409,
    zh: '复查须由另一名检查员进行。',
    en: 'Another inspector must re-inspect.',
  },
  'rectification.nudged_today': {
    status: 409,
    zh: '今天已催办过，明天起可以再催。',
    en: 'They were called to it today; you can do so again tomorrow.',
  },
  'retirement.exists': { status: 409, zh: '该项目已在退出程序中。', en: 'A retirement of this order is under way.' },
  'retirement.no_evidence': {
    status: 422,
    zh: '没有可支持退出的检查结论或评价依据。',
    en: 'There is no finding or rating that supports this.',
  },
  'retirement.second_person_needed': {
    status: 409,
    zh: '提请人不能自行决定，须由另一位同志决定。',
    en: 'Someone other than the proposer must decide.',
  },
  'retirement.not_proposed': { status: 409, zh: '该退出提请已决定。', en: 'This proposal was decided already.' },
  'retirement.notice_running': {
    status: 409,
    zh: '公示期未满，不能最终退出。',
    en: 'The public notice is still running.',
  },
  'retirement.objections_open': {
    status: 409,
    zh: '还有异议未答复，不能最终退出。',
    en: 'Every objection must be answered first.',
  },
  'retirement.not_on_notice': { status: 409, zh: '该项目不在公示期。', en: 'This retirement is not on notice.' },
  'retirement.undo_over': { status: 409, zh: '撤回期限已过。', en: 'The time to undo has passed.' },
  'retirement.rebuilt': {
    status: 409,
    zh: '需求已由新项目承接，不能再撤回退出。',
    en: 'A new order has taken the need up, so the retirement cannot be undone.',
  },
  'objection.answered': { status: 409, zh: '该异议已答复。', en: 'This objection was answered already.' },
  'bulletin.round_open': {
    status: 409,
    zh: '本轮结束后才能发布通报。',
    en: 'The bulletin follows the close of the round.',
  },
  'bulletin.correction_needed': { status: 422, zh: '更正通报须说明原因。', en: 'A correction must say why.' },
  'settings.category_in_use': {
    status: 409,
    zh: '有需求或项目正在使用该类别，不能删除。',
    en: 'A category in use cannot be removed.',
  },
  'settings.category_twice': { status: 422, zh: '类别代码有重复，请检查。', en: 'A category is listed twice.' },
  'calendar.year_missing': {
    status: 409,
    zh: '缺少该年度的工作日历，请管理员先导入。',
    en: 'The working-day calendar of that year is missing.',
  },
  'network.offline': {
    status: 0,
    zh: '网络不可用，内容已保留，请在恢复后重试。',
    en: 'No network. What you typed is kept; try again later.',
  },
} as const satisfies Record<string, Problem>

export type ProblemCode = keyof typeof problems

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problems, code)

/** RFC 9457 problem details, as every refusal answers. */
export const ProblemView = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  code: z.string(),
  requestId: z.string(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
})
export type ProblemView = z.infer<typeof ProblemView>

/** A refusal by rule: carries its stable code, and the field it concerns where there is one. */
export class Refused extends Error {
  readonly code: ProblemCode
  readonly path: string | undefined
  constructor(code: ProblemCode, path?: string) {
    super(code)
    this.code = code
    this.path = path
  }
}

/** Throws the refusal if there is one. */
export function refuseIf(code: ProblemCode | undefined, path?: string): void {
  if (code !== undefined) throw new Refused(code, path)
}
