import { newId, type Market } from '../build/market.ts'
import type { FindingRecord, NoticeRecord, RetirementRecord, Rounds } from './rounds.records.ts'

type Event = readonly [kind: string, at: string | null, who: string | null, data: Record<string, unknown>]

/** The stories of the orders tell what the checks led to. */
export function tellRounds(market: Market, { findings, notices, retirements }: Rounds): void {
  const final = findings.filter(({ state }) => state === 'final')
  for (const finding of final) tell(market, finding.orderId, found(finding))
  for (const notice of notices) tell(market, notice.orderId, noticed(notice))
  for (const retirement of retirements) tell(market, retirement.orderId, retired(retirement))
}

function tell(market: Market, orderId: string, events: readonly Event[]): void {
  for (const [kind, at, who, data] of events)
    if (at !== null) market.events.push({ id: newId(), orderId, kind, at, who, data, attachments: [] })
}

const found = ({ receivedAt, inspector, effect, verdict, quarter, late }: FindingRecord): readonly Event[] => [
  ['finding.submitted', receivedAt, inspector.alias, { effect, verdict, quarter, late }],
]

function noticed(notice: NoticeRecord): readonly Event[] {
  const { number, cause, items, deadlineAt, decision: words } = notice
  return [
    ['rectification.issued', notice.issuedAt, notice.issuedBy, { number, cause, items: wordsOf(items), deadlineAt }],
    ['rectification.submitted', notice.submittedAt, '陈书记', {}],
    ['rectification.passed', notice.decidedAt, '督查 01', { effect: 'good', words }],
  ]
}

const wordsOf = (items: NoticeRecord['items']) => items.map(({ words }) => words)

function retired(retirement: RetirementRecord): readonly Event[] {
  const { evidence, reason, facts, noticeUntil, undoUntil, decisionReason } = retirement
  return [
    ['retirement.proposed', retirement.proposedAt, retirement.proposedBy, { evidence, reason, ...facts }],
    ['retirement.on_notice', retirement.decidedAt, retirement.decidedBy, { reason: decisionReason, noticeUntil }],
    ...retirement.objections.map(({ at, words, by }): Event => ['retirement.objected', at, by, { words }]),
    ['order.retired', retirement.finalAt, retirement.finalBy, { words: reason, undoUntil }],
  ]
}
