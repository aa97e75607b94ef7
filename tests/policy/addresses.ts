import type { Operation } from '@dj/shared/policy.ts'
import type { ProblemCode } from '@dj/shared/problem.ts'
import type { Client, Reply } from '../support/world.ts'
import type { Thing, ThingKind } from './things.ts'

/** Rules the table asks within other operations; they have no address of their own. */
export const withinOthers = [
  'need.raise_for_others',
  'order.read_draft',
  'claim.take_for_organization',
  'claim.work',
  'order.rate_by_telephone',
  'rectification.work',
] as const
type Addressed = Exclude<Operation, (typeof withinOthers)[number]>

/** How an operation is called, with input that is valid and an effect that is refused or harmless. */
export interface Address {
  /** What it is addressed to; nothing for those that concern the county or oneself. */
  on?: readonly ThingKind[]
  call(client: Client, thing: Pick<Thing, 'id' | 'organization'>): Promise<Reply>
  /** The operation whose reach is the sight of it: who may not do that either is told that it does not exist. */
  sight?: Operation
  /** The rule's own word for "not yours". */
  notYours?: ProblemCode
  /** The act belongs to the owner of the order, not to the claimant. */
  byOwner?: true
  /** Nobody decides about themselves. */
  notOneself?: true
  /** It is named in the body: one that does not exist is a mistake in a field. */
  inBody?: true
}

const stale = { version: 999 }
const file = new File(['not a picture, not a workbook'], 'file.bin')
const words = {
  title: '标题',
  ask: '要求',
  acceptance: '标准',
  beneficiaries: '职工',
  mode: 'either',
  tierReason: '范围',
}
const hex = '0'.repeat(64)
const hexId = '00000000-0000-7000-8000-000000000001'
const tiers: Record<string, string> = { county: 'A', town: 'B' }
const claims = { on: ['claim', 'collective claim'] } as const
const rounds = { on: ['round'] } as const
const notices = { on: ['rectification'] } as const
const retirements = { on: ['retirement'] } as const
const needs = { on: ['need'], sight: 'need.read' } as const

const post =
  (tail: string, body: object = {}): Address['call'] =>
  (client, { id }) => {
    const [noun = '', verb] = tail.split('/{id}')
    return client.post(`${noun}/${id}${verb ?? ''}`, body)
  }
const get =
  (path: string): Address['call'] =>
  (client, { id }) =>
    client.get(path.replace('{id}', id))

/** A body with something in it is refused before the reset is looked for. */
const unread =
  (verb: string): Address['call'] =>
  (client) =>
    client.post(`/resets/${hexId}/${verb}`, { unread: true })

const addresses: Partial<Record<Addressed, Address>> = {
  'session.create': { call: (client) => client.post('/session', {}) },
  'session.read': { call: get('/session') },
  'session.confirm': { call: (client) => client.post('/session/confirmation', {}) },
  'session.confirmation': { call: get('/session/confirmation') },
  'session.delete': { call: (client) => client.del('/session') },
  'account.open': { call: (client) => client.post('/account', {}) },
  'account.change_password': { call: (client) => client.post('/account/password', {}) },
  'account.ask_reset': { on: ['person'], call: post('/people/{id}/resets', { reason: '忘记密码' }) },
  'account.own_resets': { call: get('/account/resets') },
  'account.list_resets': { call: get('/resets') },
  'account.confirm_reset': { call: unread('confirmation') },
  'account.withdraw_reset': { call: unread('withdrawal') },
  'account.acknowledge_reset': { call: unread('acknowledgement') },
  'setup.read': { call: get('/setup') },
  'setup.create': { call: (client) => client.post('/setup', {}) },
  'county.read': { call: get('/county') },
  'county.desk': { call: get(`/counties/330382/desks/${hexId}`) },
  'organization.list': { call: get('/organizations') },
  'organization.set_contact': {
    on: ['organization'],
    call: (client, { id }) => client.put(`/organizations/${id}/contact`, { contact: null }),
    sight: 'organization.list',
  },
  'organization.tree': { call: get('/organization-tree') },
  'organization.read': { on: ['organization'], call: get('/organizations/{id}') },
  'organization.add': { call: (client) => client.post('/organizations', {}) },
  'organization.edit': {
    on: ['organization'],
    call: (client, { id }) => client.patch(`/organizations/${id}`, {}, stale),
    sight: 'organization.read',
  },
  'organization.move': {
    on: ['organization'],
    call: (client, { id }) => client.post(`/organizations/${id}/move`, { parentId: hexId, reason: '隶属调整' }, stale),
    sight: 'organization.read',
  },
  'organization.close': {
    on: ['organization'],
    call: (client, { id }) =>
      client.post(`/organizations/${id}/close`, { successorId: null, reason: '已经撤并' }, stale),
    sight: 'organization.read',
  },
  'colleague.list': { call: get('/colleagues') },
  'settings.read': { call: get('/settings') },
  'settings.change': { call: (client) => client.put('/settings', {}, stale) },
  'calendar.read': { call: get('/calendar?year=2026') },
  'calendar.preview': { call: (client) => client.post('/calendar/preview', {}) },
  'calendar.change': { call: (client) => client.post('/calendar', {}) },
  'person.list': { call: get('/people') },
  'person.add': { call: (client) => client.post('/people', {}) },
  'person.edit': { on: ['person'], call: (client, { id }) => client.patch(`/people/${id}`, { alias: '别名' }, stale) },
  'grant.list': { call: get('/grants') },
  'grant.give': { call: (client) => client.post('/grants', {}) },
  'grant.end': { on: ['grant'], call: post('/grants/{id}/end', { reason: '岗位调整' }) },
  'log.list': { call: get('/log') },
  'log.export': { call: get('/log/export') },
  'log.heads': { call: get('/log/heads') },
  'log.countersign': { call: (client) => client.post('/log/heads/2026-11-20/countersignature', {}) },
  'work.read': { call: get('/work') },
  'events.stream': { call: get('/events/stream') },
  'attachment.create': { call: (client) => client.upload('/attachments', { file }) },
  'attachment.read': { on: ['attachment'], call: get('/attachments/{id}') },

  'need.list': { call: get('/needs') },
  'need.raise': { call: (client) => client.post('/needs', {}) },
  'need.raise_openly': { call: (client) => client.post('/counties/330382/needs', {}) },
  'need.similar': { call: (client) => client.post('/needs/similar', { body: '电工培训' }) },
  'need.read': { ...needs, call: get('/needs/{id}') },
  'need.second': { on: ['need'], call: post('/needs/{id}/seconds') },
  'need.answer': { ...needs, call: post('/needs/{id}/answer', { answer: '已安排' }) },
  'need.decline': { ...needs, call: post('/needs/{id}/decline', { reason: '不在范围' }) },
  'need.reopen': { ...needs, call: post('/needs/{id}/reopen', { reason: '没有解决' }), notYours: 'need.not_requester' },
  'need.receivers': { ...needs, call: get('/needs/{id}/receivers') },
  'need.hand_over': { ...needs, call: post('/needs/{id}/handover', { toPersonId: hexId, reason: '归口办理' }) },
  'need.recall': { ...needs, call: post('/needs/{id}/handover/recall', {}) },
  'need.take_over': { ...needs, call: post('/needs/{id}/handover/answer', { answer: 'accept' }) },
  'need.merge': { ...needs, call: (client, { id }) => client.post(`/needs/${id}/merge`, { intoId: id }) },
  'need.unmerge': { ...needs, call: post('/needs/{id}/unmerge') },
  'need.reveal_contact': { ...needs, call: post('/needs/{id}/contact', { reason: '电话核实' }) },
  'need.replace_receipt': { ...needs, call: post('/needs/{id}/receipt-code', { reason: '来电核对' }) },
  'need.release_words': { ...needs, call: post('/needs/{id}/released-words', { words: null, instead: '' }) },
  'need.import': { call: (client) => client.upload('/needs/import', { file }) },
  'need.template': { call: get('/needs/import/template') },
  'need.export': { call: get('/needs/export') },
  'receipt.read': { call: get('/receipts/330382-2222-2222') },

  'order.list': { call: get('/orders') },
  'order.read': { on: ['order', 'draft'], call: get('/orders/{id}') },
  'order.events': { on: ['order', 'draft'], call: get('/orders/{id}/events') },
  'library.list': { call: get('/libraries') },
  'order.build': {
    on: ['organization'],
    inBody: true,
    call: (client, { id, organization }) => {
      const tier = tiers[organization?.kind ?? ''] ?? 'C'
      return client.post('/orders', { ...words, category: 'no_such_category', tier, ownerOrganizationId: id })
    },
    sight: 'organization.list',
  },
  'order.edit': {
    on: ['order', 'draft'],
    call: (client, { id }) => client.patch(`/orders/${id}`, { title: '新标题' }, stale),
  },
  'order.publish': { on: ['order', 'draft'], call: post('/orders/{id}/publish') },
  'order.unpublish': { on: ['order', 'draft'], call: post('/orders/{id}/unpublish') },
  'order.discard': { on: ['order', 'draft'], call: post('/orders/{id}/discard') },
  'order.second': { on: ['order'], call: post('/orders/{id}/seconds') },
  'order.rate': { on: ['order'], call: post('/orders/{id}/ratings', { attitude: 3, speed: 3, result: 3 }) },

  'claim.take': { on: ['order'], call: post('/orders/{id}/claims') },
  'claim.list': { call: get('/claims') },
  'claim.record': { call: get('/record') },
  'claim.decide': {
    ...claims,
    call: post('/claims/{id}/decision', { decision: 'accept' }),
    byOwner: true,
    notOneself: true,
  },
  'claim.release': { ...claims, call: post('/claims/{id}/release') },
  'claim.recall': { ...claims, byOwner: true, call: post('/claims/{id}/recall', { reason: '账号停用' }) },
  'claim.extend': { ...claims, call: post('/claims/{id}/extension', { reason: '材料未到' }) },
  'claim.convert': {
    ...claims,
    call: (client, { id, organization }) =>
      client.post(`/claims/${id}/conversion`, { organizationId: organization?.id ?? id, reason: '一人难以完成' }),
  },
  'claim.report': { ...claims, call: post('/claims/{id}/progress', { share: 50, words: '进行中' }) },
  'claim.deliver': { ...claims, call: post('/claims/{id}/deliveries', { words: '已完成' }) },
  'claim.change_participants': { ...claims, call: post('/claims/{id}/participants', {}) },
  'claim.participate': {
    on: ['claim'],
    call: post('/claims/{id}/participation', { answer: 'decline' }),
    notYours: 'claim.not_listed',
  },
  'talk.list': { on: ['order'], call: get('/orders/{id}/talks') },
  'talk.post': { call: (client, { id }) => client.post(`/claims/${id}/needs/${id}/messages`, {}) },
  'talk.read': { call: (client, { id }) => client.post(`/claims/${id}/needs/${id}/messages/read`, {}) },
  'talk.reveal_contact': { call: (client, { id }) => client.post(`/claims/${id}/needs/${id}/contact`, {}) },
  'talk.earlier': { call: (client, { id }) => client.get(`/claims/${id}/needs/${id}/messages?before=none`) },
  'talk.share_contact': { call: (client, { id }) => client.put(`/needs/${id}/contact-consent`, {}) },
  'need.reopen_by_receipt': {
    call: (client) => client.post('/receipts/330382-AAAA-AAAA/reopen', { reason: '没有办好' }),
  },
  'talk.post_by_receipt': { call: (client) => client.post('/receipts/330382-AAAA-AAAA/messages', {}) },
  'talk.earlier_by_receipt': {
    call: get(`/receipts/330382-AAAA-AAAA/messages?claimId=${hexId}&before=${hexId}`),
  },
  'talk.share_by_receipt': {
    call: (client) => client.put('/receipts/330382-AAAA-AAAA/contact-consent', { share: true }),
  },
  'delivery.answer': {
    on: ['delivery'],
    call: post('/deliveries/{id}/answer', { answer: 'solved', telephone: true }),
    notYours: 'delivery.not_requester',
  },

  'round.list': { call: get('/rounds') },
  'round.open': { call: (client) => client.post('/rounds', {}) },
  'retirement.notices': { call: get('/counties/330382/notices') },
  'round.results': { call: get('/counties/330382/rounds') },
  'round.bundle': { call: get('/rounds/{id}/bundle') },
  'round.read': { ...rounds, call: get('/rounds/{id}') },
  'round.commit': { ...rounds, call: post('/rounds/{id}/commitment', { commitment: hex }) },
  'round.freeze': { ...rounds, call: post('/rounds/{id}/freeze') },
  'round.reveal': { ...rounds, call: post('/rounds/{id}/seed', { seed: hex }) },
  'round.fall_back': { ...rounds, call: post('/rounds/{id}/fallback', { position: 1, reason: '逾期未公布' }) },
  'round.public_value': { ...rounds, call: post('/rounds/{id}/public-value', { value: '03 11 17' }) },
  'round.draw': { ...rounds, call: post('/rounds/{id}/draw') },
  'round.assign': { ...rounds, call: post('/rounds/{id}/inspectors') },
  'round.abort': { ...rounds, call: post('/rounds/{id}/abort', { reason: '公共值来源取消' }) },
  'round.close': { ...rounds, call: post('/rounds/{id}/close') },
  'round.confirm_close': { ...rounds, call: post('/rounds/{id}/close/confirmation') },
  'round.targets': { ...rounds, call: get('/rounds/{id}/targets') },
  'round.excuse': { call: post(`/rounds/{id}/targets/${hexId}/excuse`) },
  'round.decide_excuse': { call: post(`/rounds/{id}/targets/${hexId}/excuse/decision`) },
  'bulletin.read': { call: get('/rounds/{id}/bulletin') },
  'bulletin.publish': { ...rounds, call: post('/rounds/{id}/bulletin') },
  'conflict.list': { call: get('/conflicts') },
  'conflict.declare': { call: (client) => client.post('/conflicts', {}) },
  'rectification.list': { call: get('/rectifications') },
  'rectification.read': { ...notices, call: get('/rectifications/{id}') },
  'rectification.answer_item': { ...notices, call: post('/rectifications/{id}/items', { item: 1, done: '已办' }) },
  'rectification.name_responsible': {
    ...notices,
    call: post('/rectifications/{id}/responsible', { personId: hexId }),
  },
  'rectification.extend': { ...notices, call: post('/rectifications/{id}/extension', { reason: '等设备到货' }) },
  'rectification.submit': { ...notices, call: post('/rectifications/{id}/submission') },
  'rectification.nudge': { ...notices, call: post('/rectifications/{id}/nudges') },
  'rectification.reinspect': {
    ...notices,
    call: post('/rectifications/{id}/reinspection', { decision: 'pass', effect: 'good', words: '已到位' }),
  },
  'retirement.list': { call: get('/retirements') },
  'retirement.read': { ...retirements, call: get('/retirements/{id}') },
  'retirement.propose': {
    on: ['order', 'draft'],
    call: post('/orders/{id}/retirements', { evidence: 'need_ceased', reason: '需求不再存在' }),
  },
  'retirement.decide': {
    ...retirements,
    call: post('/retirements/{id}/decision', { decision: 'approve', reason: '属实' }),
  },
  'retirement.object': { ...retirements, call: post('/retirements/{id}/objections', { words: '还有两户需要' }) },
  'retirement.answer': {
    ...retirements,
    // Its one objection bears its own id.
    call: (client, { id }) => client.post(`/retirements/${id}/objections/${id}/answer`, { answer: '已有安排' }),
  },
  'retirement.finalise': { ...retirements, call: post('/retirements/{id}/finalisation') },
  'retirement.withdraw': { ...retirements, call: post('/retirements/{id}/withdrawal', { reason: '材料有误' }) },
  'reopening.list': { call: get('/reopenings') },
  'reopening.decide': {
    on: ['reopening'],
    call: post('/reopenings/{id}/decision', { decision: 'keep', reason: '材料已补齐' }),
  },
  'rule.dry_run': { call: (client) => client.post('/rules/dry-run', {}) },

  'inspection.list': { call: get('/inspections') },
  'inspection.reveal_contact': {
    call: (client, { id }) => client.post(`/inspections/${id}/${id}/needs/${id}/contact`, {}),
  },
  'finding.save': { call: (client, { id }) => client.put(`/inspections/${id}/${id}/draft`, {}) },
  'finding.submit': { call: (client, { id }) => client.post(`/inspections/${id}/${id}/finding`, {}) },
  'finding.enter_slip': { call: (client, { id }) => client.post(`/rounds/${id}/slips`, {}) },
  'finding.list': { on: ['order', 'draft'], call: get('/orders/{id}/findings') },
  'appeal.list': { call: get('/appeals') },
  'appeal.subjects': { on: ['order'], call: get('/orders/{id}/appealable') },
  'appeal.file': { call: (client) => client.post('/appeals', {}) },
  'appeal.decide': { call: (client, { id }) => client.post(`/appeals/${id}/decision`, {}) },
  'flag.list': { call: get('/flags') },
  'flag.judge': { call: (client) => client.post(`/flags/${hex}/judgement`, {}) },
  'checklist.read': { call: get('/checklist') },
  'checklist.change': { call: (client) => client.put('/checklist', {}, stale) },
}

export function addressOf(operation: Operation): Address {
  const address = new Map<string, Address>(Object.entries(addresses)).get(operation)
  if (!address) throw new Error(`${operation} has a route of its own: say here how it is called`)
  return address
}
