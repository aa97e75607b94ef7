import { http, HttpResponse } from 'msw'
import { may } from '@dj/shared/policy.ts'
import { objectRefusal } from '@dj/shared/exit/retirement/retirement.rules.ts'
import { RaiseObjection } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { actorOf } from '../../../county/session/me.ts'
import { sent } from '../guard.ts'
import { newId } from '../build/market.ts'
import { refuse } from '../refuse.ts'
import type { World } from '../world.ts'

/** During the public notice anybody of the county may object, and so may a requester by receipt code. */
export const objectionHandler = (world: World) =>
  http.post('*/api/v1/retirements/:id/objections', ({ params, request }) =>
    sent(request, RaiseObjection, (input) => object(world, String(params['id']), input)),
  )

function object({ me, rounds, receipts }: World, retirementId: string, { words, receiptCode }: RaiseObjection) {
  const retirement = rounds.retirements.find(({ id }) => id === retirementId)
  if (me === undefined && receiptCode === undefined) return refuse('auth.required')
  if (retirement === undefined || (receiptCode !== undefined && !receipts.has(receiptCode))) return refuse('not_found')
  const isPerson = me !== undefined && may('retirement.object', actorOf(me))
  if (receiptCode === undefined && !isPerson) return refuse('auth.forbidden')
  const { state, noticeUntil } = retirement
  const until = noticeUntil === null ? null : new Date(noticeUntil)
  const refusal = objectRefusal({ state, noticeUntil: until }, new Date())
  if (refusal !== undefined) return refuse(refusal)
  const unanswered = { answer: null, answeredBy: null, answeredAt: null }
  const made = { id: newId(), words, at: new Date().toISOString(), ...unanswered }
  const [by, byId] = receiptCode === undefined ? [me?.person.alias ?? null, me?.person.id ?? null] : [null, null]
  retirement.objections.push({ ...made, by, byId })
  return HttpResponse.json({ ...made, by: null }, { status: 201 })
}
