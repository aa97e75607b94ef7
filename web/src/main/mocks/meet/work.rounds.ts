import type { z } from 'zod'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import type { WorkItem } from '@dj/shared/meet/work/work.schema.ts'
import { CivilDate, endOfCivilDay, startOfCivilDay } from '@dj/shared/platform/time/quarter.ts'
import { mayDo } from '../../../county/session/me.ts'
import { leadsOwner, toAppeal } from '../follow/appeals.mocks.ts'
import { toNotice } from '../exit/rectifications.views.ts'
import { toRetirement } from '../exit/retirements.views.ts'
import { actsOn } from '../follow/rounds.next.ts'
import { orderOf, seesTarget } from '../follow/rounds.views.ts'
import type { RoundRecord, TargetRecord } from '../follow/rounds.records.ts'
import type { World } from '../world.ts'

export type Waiting = Omit<z.input<typeof WorkItem>, 'overdue' | 'waitsForCalendar' | 'releasedAt'>
type Kind = WorkItem['kind']

/** What the quarterly rounds, and the procedures that follow from them, ask of whoever is signed in. */
export const roundsWork = (world: World, me: SessionView): Waiting[] => [
  ...world.rounds.rounds.flatMap((round) => [...actsWaiting(world, round, me), ...ofTargets(world, round, me)]),
  ...ofNotices(world, me),
  ...ofRetirements(world, me),
  ...ofAppeals(world, me),
]

function actsWaiting(world: World, round: RoundRecord, me: SessionView): Waiting[] {
  const { next } = actsOn(world, round, me)
  const subject = { kind: 'round' as const, id: round.id }
  const item = (kind: Kind, since: string | null, dueAt: string | null) => ({
    ...{ kind, subject, orderId: null, title: round.quarter, since: since ?? round.openedAt, dueAt, nudges: null },
  })
  const published = world.rounds.bulletins.some(({ roundId }) => roundId === round.id)
  const signs = round.state === 'closed' && !published && mayDo(me, 'bulletin.publish')
  const day = CivilDate.parse(round.publicValueOn)
  return [
    ...(signs ? [item('bulletin.publish', round.closedAt, null)] : []),
    ...(next.includes('commit') ? [item('round.commit', round.openedAt, startOfCivilDay(day).toISOString())] : []),
    ...(next.includes('reveal') ? [item('round.reveal', round.frozenAt, null)] : []),
    ...(next.includes('confirm_close') ? [item('round.confirm_close', round.drawnAt, dueOf(round))] : []),
  ]
}

const dueOf = ({ dueOn }: RoundRecord) => endOfCivilDay(CivilDate.parse(dueOn)).toISOString()

function ofTargets(world: World, round: RoundRecord, me: SessionView): Waiting[] {
  if (round.state !== 'running' && round.state !== 'closing') return []
  const item = (kind: Kind, as: 'round' | 'inspection', { orderId }: TargetRecord): Waiting => ({
    ...{ kind, subject: { kind: as, id: round.id }, orderId, title: orderOf(world, orderId).title, nudges: null },
    ...{ since: round.drawnAt ?? round.openedAt, dueAt: dueOf(round) },
  })
  const targets = world.rounds.targets.filter(({ roundId }) => roundId === round.id)
  const visits = targets.filter(
    (each) =>
      each.inspectorIds.includes(me.person.id) &&
      ['waiting', 'excuse_asked'].includes(each.state) &&
      !isWritten(world, each, me),
  )
  const asked = targets.filter(
    (each) => each.state === 'excuse_asked' && each.excuse?.askedById !== me.person.id && seesTarget(world, each, me),
  )
  return [
    ...visits.map((each) => item('finding.submit', 'inspection', each)),
    ...(mayDo(me, 'round.decide_excuse') ? asked.map((each) => item('round.decide_excuse', 'round', each)) : []),
  ]
}

const isWritten = ({ rounds }: World, { roundId, orderId }: TargetRecord, { person }: SessionView): boolean =>
  rounds.findings.some(
    (each) =>
      each.roundId === roundId && each.orderId === orderId && each.state === 'final' && each.inspector.id === person.id,
  )

function ofNotices(world: World, me: SessionView): Waiting[] {
  return world.rounds.notices.flatMap((notice) => {
    const { may } = toNotice(world, notice, me)
    const { id, orderId, nudges, responsibleId: named } = notice
    const what = { subject: { kind: 'rectification' as const, id }, orderId, title: orderOf(world, orderId).title }
    const works = may.work && (named === me.person.id || (named === null && leadsOwner(world, orderId, me)))
    if (works)
      return { kind: 'rectification.work', ...what, since: notice.issuedAt, dueAt: notice.deadlineAt, nudges } as const
    if (!may.reinspect) return []
    const since = notice.submittedAt ?? notice.issuedAt
    return { kind: 'rectification.reinspect', ...what, since, dueAt: null, nudges: null } as const
  })
}

function ofRetirements(world: World, me: SessionView): Waiting[] {
  return world.rounds.retirements.flatMap((retirement) => {
    const { may, order, id, proposedAt, noticeUntil } = toRetirement(world, retirement, me)
    const subject = { kind: 'retirement' as const, id }
    const item = (kind: Kind, since: string, dueAt: string | null): Waiting => ({
      ...{ kind, subject, orderId: order.id, title: order.title, since, dueAt, nudges: null },
    })
    return [
      ...(may.decide === null ? [item('retirement.decide', proposedAt, null)] : []),
      ...(may.answer ? [item('retirement.answer', proposedAt, noticeUntil)] : []),
      ...(may.finalise === null ? [item('retirement.finalise', noticeUntil ?? proposedAt, null)] : []),
    ]
  })
}

const ofAppeals = (world: World, me: SessionView): Waiting[] =>
  world.rounds.appeals
    .map((appeal) => toAppeal(world, appeal, me))
    .filter(({ state, mayDecide }) => state === 'filed' && mayDecide === null)
    .map(({ id, order, filedAt: since, decideBy: dueAt }) => ({
      ...{
        kind: 'appeal.decide',
        subject: { kind: 'appeal', id },
        orderId: order.id,
        title: order.title,
        nudges: null,
      },
      ...{ since, dueAt },
    }))
