import type { Problem } from '../platform/problem-shape.ts'

/** What is refused about rounds, ratings and appeals. */
export const followProblems = {
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
  'round.no_inspectors': {
    status: 409,
    zh: '还没有在任检查员，请先由安全管理员授权，再冻结名单。',
    en: 'Nobody holds the grant of an inspector. Give it first, then freeze.',
  },
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
  'round.value_notation': {
    status: 422,
    zh: '与事先公布的记法不符，请照记法逐字录入，不能增减空格、前导零或分隔符。',
    en: 'This is not the notation that was announced. Type it letter by letter, with every zero, blank and sign.',
  },
  'round.notation_unclear': {
    status: 422,
    zh: '请用 # 代表一位数字写明记法，分隔符照写，例如 ## ## ## ## ## ## + ##；至少四位数字。',
    en: 'Write each digit as # and every separator as itself, for example ## ## ## ## ## ## + ##; four digits at least.',
  },
  'round.draws_nothing': {
    status: 422,
    zh: '县级参数里抽查比例和每镇街最少项数都是 0，这一轮什么也抽不到，请先修改县级参数。',
    en: 'By the county settings rate and minimum are both 0: the round would draw nothing. Change the settings first.',
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
    zh: '可用检查员不足，无法避开利害关系，请先由安全管理员增加检查员授权。',
    en: 'Too few inspectors without a conflict. Grant some more first.',
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
  'inspection.no_call_due': {
    status: 409,
    zh: '该项目目前不需要回访，不能查看联系方式。',
    en: 'No call-back is due on this order, so nobody’s number is shown.',
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
  'finding.todo_missing': {
    status: 422,
    zh: '请写明这一项要怎么整改。',
    en: 'Say what is to be done about this check.',
  },
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
  'reopening.not_proposed': {
    status: 409,
    zh: '该办结复核已有决定。',
    en: 'Whether this completion stands was decided already.',
  },
  'reopening.second_person_needed': {
    status: 409,
    zh: '提出或录入检查意见的人不能自行决定，须由另一位同志决定。',
    en: 'Someone other than who found it, or typed it in, must decide.',
  },
  'reopening.not_asked': {
    status: 422,
    zh: '检查意见是整改，不能直接退出。',
    en: 'The finding asks to rectify, so it cannot be retired at once.',
  },
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
  'flag.own_look': {
    status: 409,
    zh: '您曾查看其中的联系方式或告知回执码，请由他人查看。',
    en: 'You saw the contact or read out the code yourself. Somebody else has to look.',
  },
  'flag.own_rating': {
    status: 409,
    zh: '其中有您本人给出或录入的评价，请由他人查看。',
    en: 'One of these ratings is yours or entered by you. Somebody else has to look.',
  },
  'bulletin.round_open': {
    status: 409,
    zh: '本轮结束后才能发布通报。',
    en: 'The bulletin follows the close of the round.',
  },
  'bulletin.number_taken': {
    status: 409,
    zh: '这个发文字号已有通报使用，请换一个序号。',
    en: 'Another bulletin carries this number. Choose another one.',
  },
  'bulletin.correction_needed': { status: 422, zh: '更正通报须说明原因。', en: 'A correction must say why.' },
} as const satisfies Record<string, Problem>
