import type { Problem } from '../platform/problem-shape.ts'

/** What is refused about who does it. */
export const claimProblems = {
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
  'claim.claimant_present': {
    status: 409,
    zh: '认领人的账号仍在使用，请联系本人退回。',
    en: 'The claimant’s account is in use. Ask them to give the place back.',
  },
  'claim.participants_need_organization': {
    status: 422,
    zh: '只有集体认领可以列参与人。',
    en: 'Only a collective claim lists participants.',
  },
  'claim.not_collective': {
    status: 409,
    zh: '个人认领没有参与人；需要多人一起办的，请先转为集体认领。',
    en: 'A claim of one person has no participants; hand it over to a group first.',
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
  'claim.past_order_due': {
    status: 409,
    zh: '延期后将超过该项目的完成期限。请先请项目所属组织调整完成期限，再申请延期。',
    en: 'The extension would run past the day the order is due. Ask the owner to move that day first.',
  },
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
  'delivery.joined_later': {
    status: 403,
    zh: '您的需求是在认领之后并入本项目的，可以评价；是否解决由认领时的需求方答复。',
    en: 'Your need joined after the work was taken on: you may rate it. Those it was taken on for say whether it is solved.',
  },
  'delivery.entered_by_handler': {
    status: 403,
    zh: '电话答复须由未经办该项目的热线员录入，请交给其他同志。',
    en: 'An answer by telephone is entered by someone who did not handle the order. Hand it to a colleague.',
  },
  'talk.closed': {
    status: 409,
    zh: '这次认领已经结束，沟通内容只能查看。',
    en: 'This claim is over. The conversation can only be read.',
  },
  'talk.no_consent': {
    status: 409,
    zh: '需求方没有同意告知联系方式，请在沟通里征得同意。',
    en: 'The requester has not agreed to be called. Ask in the conversation.',
  },
  'delivery.own_work': { status: 403, zh: '不能答复本人承办的项目。', en: 'You cannot answer for your own work.' },
} as const satisfies Record<string, Problem>
