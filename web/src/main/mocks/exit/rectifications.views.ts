import type { z } from 'zod'
import { may, policyRefusal } from '@dj/shared/policy.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import {
  failsAt,
  nudgeRefusal,
  rectificationLight,
  reinspectRefusal,
} from '@dj/shared/exit/rectification/rectification.rules.ts'
import type { RectificationView } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { actorOf } from '../../../county/session/me.ts'
import { leadsOwner } from '../follow/appeals.mocks.ts'
import { aliasIn } from '../guard.ts'
import { organizationOf } from '../build/market.facts.ts'
import { orderOf, pathTo } from '../follow/rounds.views.ts'
import type { NoticeRecord } from '../follow/rounds.records.ts'
import { workingDaysLeft } from '../meet/workdays.ts'
import type { World } from '../world.ts'

/** Theirs to put right: the leads of the owner, and whoever is named responsible. */
export const isOurs = (world: World, { orderId, responsibleId }: NoticeRecord, me: SessionView): boolean =>
  may('rectification.work', actorOf(me), { path: pathTo(world, orderId), personId: responsibleId })

/** Whoever stands above the owner may call for it, once a day. */
export function refusalToNudge(world: World, notice: NoticeRecord, me: SessionView) {
  const { orderId, nudges } = notice
  const called = {
    ...notice,
    lastNudgedAt: nudges && new Date(nudges.last),
    leadsOwner: leadsOwner(world, orderId, me),
  }
  return (
    policyRefusal('rectification.nudge', actorOf(me), { path: pathTo(world, orderId) }) ??
    nudgeRefusal(called, me.person.id, new Date())
  )
}

export function toNotice(world: World, notice: NoticeRecord, me: SessionView): z.input<typeof RectificationView> {
  const { orderId, responsibleId, foundById, submittedById: submittedBy, reinspectorId, ...facts } = notice
  const { state, deadlineAt, extended, items } = notice
  const { number, title, ownerId } = orderOf(world, orderId)
  const person = (id: string | null) => (id === null ? null : { id, alias: aliasIn(world, id) ?? '' })
  const { failAfterDays } = world.market.settings.rectification
  const works = state === 'issued' && isOurs(world, notice, me)
  const inspector = { personId: me.person.id, part: null }
  const looks = may('rectification.reinspect', actorOf(me))
  return {
    ...facts,
    order: { id: orderId, number, title },
    owner: { id: ownerId, name: organizationOf(world.market, ownerId).name },
    responsible: person(responsibleId),
    reinspector: person(reinspectorId),
    workingDaysLeft: state === 'issued' ? workingDaysLeft(deadlineAt, new Date()) : null,
    failsAt: failsAt(state, new Date(deadlineAt), failAfterDays)?.toISOString() ?? null,
    light: rectificationLight(state, new Date(deadlineAt), new Date()),
    may: {
      work: works,
      extend: works && !extended,
      submit: works && items.every(({ done }) => done !== null),
      nudge: refusalToNudge(world, notice, me) ?? null,
      reinspect:
        looks &&
        reinspectRefusal({ state, foundBy: foundById === null ? [] : [foundById], submittedBy }, inspector) ===
          undefined,
    },
  }
}
