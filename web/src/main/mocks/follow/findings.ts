import { checklistRefusal, verdictRefusal, type FieldRefusal } from '@dj/shared/follow/finding/finding.rules.ts'
import type { SaveDraft, SubmitFinding } from '@dj/shared/follow/finding/finding.schema.ts'
import type { ProblemCode } from '@dj/shared/problem.ts'
import { findingQuarter } from '@dj/shared/follow/round/finding-quarter.rules.ts'
import { roundRefusal } from '@dj/shared/follow/round/round.rules.ts'
import { Quarter } from '@dj/shared/platform/time/quarter.ts'
import { aliasIn } from '../guard.ts'
import { note } from '../build/market.events.ts'
import { applyVerdict } from '../exit/procedures.ts'
import { orderOf } from './rounds.views.ts'
import type { FindingRecord, RoundRecord, TargetRecord } from './rounds.records.ts'
import type { World } from '../world.ts'

/** One inspector's look at one order in one round. */
export interface Visit {
  roundId: string
  orderId: string
  inspectorId: string
}
type Refused = Pick<Partial<FieldRefusal>, 'path'> & { code: ProblemCode }
export type Answered = { refused: Refused } | { refused?: undefined; finding: FindingRecord }

/** Keeps a draft; one based on an older version is refused and nothing is overwritten. */
export function saveDraft(world: World, visit: Visit, { baseVersion, ...writing }: SaveDraft): Answered {
  const refused = writeRefusal(world, visit, { id: writing.id, baseVersion })
  return refused === undefined ? { finding: store(world, visit, writing, { state: 'draft' }) } : { refused }
}

/** Makes it final, with what its verdict brings about. Sent again, it is answered again. */
export function submit(world: World, visit: Visit, { baseVersion, ...writing }: SubmitFinding): Answered {
  const again = findingOf(world, visit)
  if (again?.state === 'final' && again.id === writing.id) return { finding: again }
  const round = world.rounds.rounds.find(({ id }) => id === visit.roundId)
  const refused = writeRefusal(world, visit, { id: writing.id, baseVersion }) ?? finalRefusal(world, round, writing)
  if (refused !== undefined || round === undefined) return { refused: refused ?? { code: 'inspection.not_assigned' } }
  const counted = findingQuarter({ quarter: Quarter.parse(round.quarter), state: round.state }, new Date())
  const finding = store(world, visit, writing, { state: 'final', ...counted })
  const { effect, verdict } = finding
  note(world.market, orderOf(world, visit.orderId), 'finding.submitted', finding.inspector.alias, { effect, verdict })
  if (round.state !== 'closed') settleTarget(world, visit)
  applyVerdict(world, finding)
  return { finding }
}

const findingOf = ({ rounds }: World, { roundId, orderId, inspectorId }: Visit) =>
  rounds.findings.find(
    (each) => each.roundId === roundId && each.orderId === orderId && each.inspector.id === inspectorId,
  )
const targetOf = ({ rounds }: World, visit: Visit): TargetRecord | undefined =>
  rounds.targets.find(({ roundId, orderId }) => roundId === visit.roundId && orderId === visit.orderId)

function writeRefusal(world: World, visit: Visit, sent: { id: string; baseVersion: number }): Refused | undefined {
  if (targetOf(world, visit)?.inspectorIds.includes(visit.inspectorId) !== true)
    return { code: 'inspection.not_assigned' }
  const stored = findingOf(world, visit)
  if (stored?.state === 'final') return { code: 'finding.final_already' }
  const isBasedOnIt =
    stored === undefined ? sent.baseVersion === 0 : stored.id === sent.id && stored.version === sent.baseVersion
  return isBasedOnIt ? undefined : { code: 'request.stale_version', path: 'baseVersion' }
}

function finalRefusal(
  { rounds }: World,
  round: RoundRecord | undefined,
  sent: Omit<SubmitFinding, 'baseVersion'>,
): Refused | undefined {
  const ended = round === undefined || round.state === 'closed' ? undefined : roundRefusal(round.state, 'find')
  if (ended !== undefined) return { code: ended }
  const checklist = rounds.checklists.find(({ version }) => version === sent.checklistVersion)
  if (checklist === undefined) return { code: 'checklist.unknown_version', path: 'checklistVersion' }
  const flaw = checklistRefusal(checklist.items, sent.answers, new Set(sent.attachmentIds).size)
  if (flaw !== undefined) return flaw
  const code = verdictRefusal(sent.effect, sent.verdict)
  return code === undefined ? undefined : { code, path: 'verdict' }
}

type Outcome = Pick<FindingRecord, 'state'> & Partial<Pick<FindingRecord, 'quarter' | 'late'>>

function store(world: World, visit: Visit, writing: Omit<SaveDraft, 'baseVersion'>, outcome: Outcome): FindingRecord {
  const { attachmentIds, ...written } = writing
  const before = findingOf(world, visit)
  const finding: FindingRecord = {
    ...{ ...written, version: (before?.version ?? 0) + 1, orderId: visit.orderId, roundId: visit.roundId },
    ...{ inspector: { id: visit.inspectorId, alias: aliasIn(world, visit.inspectorId) ?? '' } },
    ...{ attachments: attachmentIds, receivedAt: new Date().toISOString(), quarter: null, late: false },
    ...{ upheld: 'standing', enteredBy: null, ...outcome },
  }
  const { findings } = world.rounds
  if (before === undefined) findings.push(finding)
  else findings.splice(findings.indexOf(before), 1, finding)
  return finding
}

/** Inspected once everybody assigned to it has reported. */
function settleTarget(world: World, visit: Visit): void {
  const target = targetOf(world, visit)
  const isReported = (inspectorId: string) => findingOf(world, { ...visit, inspectorId })?.state === 'final'
  if (target?.inspectorIds.every(isReported) === true) target.state = 'inspected'
}
