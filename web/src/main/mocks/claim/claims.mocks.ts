import { http, HttpResponse } from 'msw'
import { isLive } from '@dj/shared/build/order/order.rules.ts'
import { ClaimQuery } from '@dj/shared/claim/claim/claim.schema.ts'
import { MyRecord } from '@dj/shared/claim/claim/record.schema.ts'
import { claimActs } from '../build/market.claims.ts'
import { takeClaim } from '../build/market.take.ts'
import { toClaim } from '../build/market.cards.ts'
import { actsFor } from '../build/market.facts.ts'
import { refuse, refuseInput } from '../refuse.ts'
import type { World } from '../world.ts'

/** Claims: the list, taking one, and every act on one, by the shared rules. */
export const claimHandlers = (world: World) => [
  http.get('*/api/v1/claims', ({ request }) => list(world, request)),
  http.get('*/api/v1/record', () => HttpResponse.json(record)),
  http.post('*/api/v1/orders/:id/claims', async ({ params, request }) =>
    takeClaim(world, String(params['id']), await request.json()),
  ),
  http.post('*/api/v1/claims/:id/:act', async ({ params, request }) => {
    const { market, me } = world
    const claim = market.claims.find(({ id }) => id === params['id'])
    const act = claimActs[String(params['act'])]
    if (me === undefined) return refuse('auth.required')
    if (claim === undefined || act === undefined) return refuse('not_found')
    return act({ market, me, claim }, await request.json())
  }),
]

const record = MyRecord.parse({ done: 0, hours: 0, thanks: [] })

function list({ market, me }: World, request: Request) {
  if (me === undefined) return refuse('auth.required')
  const query = ClaimQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams), { reportInput: true })
  if (!query.success) return refuseInput(query.error)
  const { state, orderId, mine } = query.data
  const items = market.claims
    .filter(
      (claim) =>
        (state === undefined || (state === 'live' ? isLive(claim.state) : claim.state === state)) &&
        (orderId === undefined || claim.orderId === orderId) &&
        (mine !== true ||
          actsFor(market, claim, me) ||
          claim.participants.some((each) => each.personId === me.person.id && each.state !== 'declined')),
    )
    .toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))
    .map((claim) => toClaim(market, claim, me))
  return HttpResponse.json({ items, nextCursor: null, total: items.length })
}
