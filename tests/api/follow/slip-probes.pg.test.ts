import { randomUUID } from 'node:crypto'
import { SlipReport } from '@dj/shared/follow/finding/slip.schema.ts'
import { expect } from 'vitest'
import { aFinding, uploadPhoto } from '../../support/findings.ts'
import { aRunningRound } from '../../support/rounds.ts'
import { test, type World } from '../../support/world.ts'

/** Two C orders, one of them drawn; and the desk that may type in slips for its inspector. */
async function aDrawnOne(world: World) {
  const [inspector, organizer] = [await world.anInspector(), await world.aCountyOrganizer()]
  const [drawn, other] = [await world.anOpenOrder(), await world.anOpenOrder()]
  const round = await aRunningRound(world, [{ order: drawn, inspectors: [inspector] }])
  return { inspector, drawn, other, round, desk: world.as(organizer) }
}

type Wish = (photo: string) => object
const probes: [what: string, wish: Wish][] = [
  ['with nothing filled in', () => ({ answers: {} })],
  ['without its photo', () => ({ attachmentIds: [] })],
  ['with a photo that is none', () => ({ attachmentIds: [randomUUID()] })],
  ['with a verdict that does not fit', (photo) => ({ attachmentIds: [photo], effect: 'poor', verdict: 'pass' })],
  ['by a checklist that never was', (photo) => ({ attachmentIds: [photo], checklistVersion: 77 })],
]

test.for(probes)(
  'a slip that cannot be stored, %s, tells nobody whether its order was drawn',
  async ([, wish], { world }) => {
    const { inspector, drawn, other, round, desk } = await aDrawnOne(world)
    const photo = await uploadPhoto(desk)
    const slips = [drawn, other].map(({ id: orderId }) => ({
      ...aFinding(),
      ...{ orderId, inspectorId: inspector.id },
      ...wish(photo),
    }))
    const { items } = (await desk.post(`/rounds/${round.id}/slips`, { slips })).as(SlipReport)
    const [one, two] = items.map(({ refusal }) => refusal)
    expect(one).toEqual(two)
    expect(one?.code).not.toBe('inspection.not_assigned')
  },
)

test('nor does one under the id of another finding, or based on a version no paper has', async ({ world }) => {
  const { inspector, drawn, other, round, desk } = await aDrawnOne(world)
  const third = await world.anOpenOrder()
  const second = await aRunningRound(world, [{ order: third, inspectors: [inspector] }], { quarter: '2026Q3' })
  const slip = async (orderId: string, wish: object = {}) => ({
    ...aFinding(),
    ...{ orderId, inspectorId: inspector.id, attachmentIds: [await uploadPhoto(desk)] },
    ...wish,
  })
  const stored = await slip(third.id)
  expect((await desk.post(`/rounds/${second.id}/slips`, { slips: [stored] })).as(SlipReport).stored).toBe(1)
  const again = [await slip(drawn.id, { id: stored.id }), await slip(other.id, { id: stored.id })]
  const { items } = (await desk.post(`/rounds/${round.id}/slips`, { slips: again })).as(SlipReport)
  expect(items.map(({ refusal }) => refusal?.code)).toEqual(['request.stale_version', 'request.stale_version'])
  const based = [await slip(drawn.id, { baseVersion: 9 })]
  expect((await desk.post(`/rounds/${round.id}/slips`, { slips: based })).status).toBe(422)
})
