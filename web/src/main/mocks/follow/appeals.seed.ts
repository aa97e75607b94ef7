import { must } from '@dj/shared/platform/assert.ts'
import { ids } from '../county/county.world.ts'
import { checkedTitles } from '../build/market.checked.ts'
import { ago } from '../build/market.seed.ts'
import type { Market } from '../build/market.ts'
import { orderTitled } from '../exit/rectifications.seed.ts'
import { roundIds } from './rounds.seed.ts'
import type { AppealRecord, FindingRecord, Rounds } from './rounds.records.ts'
import { sha256 } from './sha256.ts'
import { afterWorkingDays } from '../meet/workdays.ts'

const id = (last: number) => `01990000-0000-7000-8000-${String(last).padStart(12, '0')}`
export const appealIds = { filed: id(431), kept: id(432) } as const
export const flagId = sha256('same minute')

/** One to be decided, one decided: both against findings that ask for rectification. */
export function createAppeals(findings: readonly FindingRecord[]): AppealRecord[] {
  const ruled = findings.filter(({ verdict }) => verdict === 'rectify')
  const open = must(ruled[0], 'a finding of the running round')
  const decided = must(
    ruled.find(({ roundId }) => roundId === roundIds.closed),
    'a finding of the closed round',
  )
  open.upheld = 'appealed'
  const appeal = (key: keyof typeof appealIds, finding: FindingRecord): AppealRecord => ({
    ...{ id: appealIds[key], version: 1, subject: 'finding', subjectId: finding.id, orderId: finding.orderId },
    ...{ reason: '签到表当天已交镇里备案，检查时没有带回，请予核实。', filedBy: '柳市组织员' },
    ...{ filedById: ids.organizer, againstId: finding.inspector.id, filedAt: ago(4), state: 'filed' },
    ...{ decideBy: afterWorkingDays(new Date(ago(4)), 5), after: null },
    ...{ before: { effect: finding.effect, verdict: finding.verdict } },
    ...{ decisionReason: null, decidedBy: null, decidedAt: null, effects: [] },
  })
  const filed = { filedBy: '陈书记', filedById: ids.secretary, filedAt: after(decided, 2), decideBy: after(decided, 9) }
  const told = { decisionReason: '镇里没有备案记录，维持原结论。', decidedBy: '王科长', decidedAt: after(decided, 6) }
  return [appeal('filed', open), { ...appeal('kept', decided), ...filed, ...told, state: 'kept' }]
}

const after = ({ receivedAt }: FindingRecord, days: number): string =>
  new Date(Date.parse(receivedAt) + days * 86_400_000).toISOString()

/** Ratings of one minute, nobody has looked at yet. */
export function createFlags(market: Market): Rounds['flags'] {
  const { id: orderId, number, title } = orderTitled(market, checkedTitles.passed)
  const at = Math.max(Date.parse(ago(3)), Date.parse(ago(0)) - 60_000 * 60 * 6)
  return [
    {
      ...{ id: flagId, kind: 'same_minute', n: 4, ratingIds: [id(441), id(442), id(443), id(444)], deliveryIds: [] },
      ...{ orders: [{ id: orderId, number, title }], organizations: [] },
      ...{ firstAt: new Date(at).toISOString(), lastAt: new Date(at + 40_000).toISOString() },
      ...{ judgement: null, newSince: 0, mayJudge: null },
    },
  ]
}
