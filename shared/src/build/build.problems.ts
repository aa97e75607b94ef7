import type { Problem } from '../platform/problem-shape.ts'

/** What is refused about orders. */
export const buildProblems = {
  'order.not_draft': { status: 409, zh: '该需求项目已发布，不能再作此修改。', en: 'This order is no longer a draft.' },
  'order.undo_over': {
    status: 409,
    zh: '只有发布人可以在发布后 10 分钟内、还没有人认领时撤回发布。',
    en: 'Only whoever published it can take that back, within 10 minutes and before anybody claimed it.',
  },
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
  'order.due_passed': {
    status: 409,
    zh: '该项目的完成期限已过，须由所属组织调整完成期限后才能认领。',
    en: 'The day this order is due has passed. Its owner has to move that day before it can be claimed.',
  },
  'order.due_relied_on': {
    status: 409,
    zh: '已有认领人按原定期限办理，完成期限只能推后，不能提前。',
    en: 'Claimants rely on the day they were given: the due day can only move later.',
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
} as const satisfies Record<string, Problem>
