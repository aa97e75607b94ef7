import type { Problem } from '../platform/problem-shape.ts'

/** What is refused about rectifications and retirements. */
export const exitProblems = {
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
  'retirement.notice_waits': {
    status: 409,
    zh: '公示截止日待工作日历公布后计算，由县级组织员在“工作日历”录入放假通知后自动补算；在此之前不能最终退出。',
    en: 'The end of the public notice is set by itself once a county organizer has entered the holiday notice of its year under Working days; until then the retirement cannot be made final.',
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
} as const satisfies Record<string, Problem>
