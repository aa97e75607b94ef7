import { watchRectifications } from '@dj/api/exit/rectifications/watch-rectifications.ts'
import { eventTable } from '@dj/db/tables/platform/event.table.ts'
import { RectificationView } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { WorkView } from '@dj/shared/meet/work/work.schema.ts'
import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { aNotice } from '../../support/notices.ts'
import { type Client, type Person, test, type World } from '../../support/world.ts'

const called = (world: World) =>
  world.deps.db.select().from(eventTable).where(eq(eventTable.kind, 'rectification.nudged')).orderBy(eventTable.at)
const watch = (world: World) => watchRectifications(world.deps, world.county.id)
const seen = async (client: Client, path: string) => (await client.get(path)).as(RectificationView)

async function namedNotice(world: World): Promise<{ path: string; responsible: Person }> {
  const path = `/rectifications/${await aNotice(world, (await world.anOpenOrder()).id)}`
  const responsible = await world.aMember()
  const named = await world.as(await world.aSecretary()).post(`${path}/responsible`, { personId: responsible.id })
  expect(named.status).toBe(200)
  return { path, responsible }
}

describe('whoever stands above the owner calls for a rectification', () => {
  test('once a day, and who answers for it sees how often and when last', async ({ world }) => {
    const { path, responsible } = await namedNotice(world)
    const [town, county] = [world.as(await world.aTownOrganizer()), world.as(await world.aCountyOrganizer())]
    expect(await seen(town, path)).toMatchObject({ nudges: null, may: { nudge: null } })
    const first = (await town.post(`${path}/nudges`)).as(RectificationView)
    expect(first).toMatchObject({ nudges: { count: 1 }, may: { nudge: 'rectification.nudged_today' } })
    expect((await county.post(`${path}/nudges`)).code).toBe('rectification.nudged_today')
    world.clock.set('2026-11-18T16:00:00Z') // midnight in Shanghai
    expect((await county.post(`${path}/nudges`)).status).toBe(200)
    const nudges = { count: 2, last: '2026-11-18T16:00:00.000Z' }
    expect((await seen(world.as(responsible), path)).nudges).toEqual(nudges)
    const { items } = (await world.as(responsible).get('/work')).as(WorkView)
    expect(items).toMatchObject([{ kind: 'rectification.work', nudges }])
    expect((await called(world)).map(({ data }) => data['personId'])).toEqual([responsible.id, responsible.id])
  })

  test('two who press at once call once', async ({ world }) => {
    const { path } = await namedNotice(world)
    const both = [world.as(await world.aTownOrganizer()), world.as(await world.aCountyOrganizer())]
    const replies = await Promise.all(both.map((each) => each.post(`${path}/nudges`)))
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(await called(world)).toHaveLength(1)
  })

  test('not the owner itself, not a neighbour, not oneself, not another county, and not what is submitted', async ({
    world,
  }) => {
    const { path } = await namedNotice(world)
    const secretary = world.as(await world.aSecretary())
    const town = await world.aTownOrganizer()
    const neighbour = world.as(await world.aTownOrganizer(world.county.towns[1]))
    const stranger = world.as(await world.aCountyOrganizer({ county: await world.otherCounty() }))
    expect((await seen(secretary, path)).may.nudge).toBe('auth.forbidden')
    expect((await secretary.post(`${path}/nudges`)).code).toBe('auth.forbidden')
    expect((await neighbour.post(`${path}/nudges`)).code).toBe('auth.forbidden')
    expect((await stranger.post(`${path}/nudges`)).code).toBe('not_found')
    await secretary.post(`${path}/responsible`, { personId: town.id })
    expect((await world.as(town).post(`${path}/nudges`)).code).toBe('auth.forbidden')
    for (const item of [1, 2]) await secretary.post(`${path}/items`, { item, done: '已办' })
    await secretary.post(`${path}/submission`)
    expect((await world.as(await world.aCountyOrganizer()).post(`${path}/nudges`)).code).toBe('rectification.not_open')
  })
})

test('who leads the owner answers for what names nobody, and is called by those above it', async ({ world }) => {
  const path = `/rectifications/${await aNotice(world, (await world.anOpenOrder({ tier: 'B' })).id)}`
  const town = world.as(await world.aTownOrganizer())
  expect((await seen(town, path)).may.nudge).toBe('auth.forbidden')
  expect((await town.post(`${path}/nudges`)).code).toBe('auth.forbidden')
  expect((await world.as(await world.aCountyOrganizer()).post(`${path}/nudges`)).status).toBe(200)
  expect((await town.get('/work')).as(WorkView).items).toMatchObject([{ nudges: { count: 1 } }])
  await town.post(`${path}/responsible`, { personId: (await world.aMember()).id })
  world.clock.advance({ days: 1 })
  expect((await town.post(`${path}/nudges`)).status).toBe(200)
})

describe('the light calls by itself', () => {
  const lights = async (world: World) => (await called(world)).map(({ by, data }) => [by, data['light']])

  test('when it turns yellow and when it turns red, once each however often and by how many it is run', async ({
    world,
  }) => {
    const { path } = await namedNotice(world) // due at the end of 9 December
    world.clock.set('2026-12-04T15:59:59.999Z')
    expect(await watch(world)).toEqual({ lit: 0, nudged: 0, failed: 0 })
    world.clock.set('2026-12-04T16:00:00Z')
    await Promise.all([watch(world), watch(world), watch(world)])
    world.clock.set('2026-12-07T00:35:00Z')
    expect(await watch(world)).toEqual({ lit: 1, nudged: 0, failed: 0 })
    world.clock.set('2026-12-09T16:00:00Z')
    await Promise.all([watch(world), watch(world)])
    world.clock.set('2026-12-20T00:35:00Z')
    await watch(world)
    expect(await lights(world)).toEqual([
      [null, 'yellow'],
      [null, 'red'],
    ])
    expect((await seen(world.as(await world.aSecretary()), path)).nudges?.count).toBe(2)
  })

  test('not on a day on which somebody has called, but on the next; and again for a longer deadline', async ({
    world,
  }) => {
    const { path } = await namedNotice(world)
    world.clock.set('2026-12-05T00:00:00Z')
    await world.as(await world.aTownOrganizer()).post(`${path}/nudges`)
    expect(await watch(world)).toEqual({ lit: 1, nudged: 0, failed: 0 })
    world.clock.set('2026-12-06T00:35:00Z')
    expect(await watch(world)).toEqual({ lit: 1, nudged: 1, failed: 0 })
    await world.as(await world.aSecretary()).post(`${path}/extension`, { reason: '等签到机到货' })
    expect(await watch(world)).toEqual({ lit: 0, nudged: 0, failed: 0 })
    world.clock.set('2026-12-28T00:35:00Z')
    expect(await watch(world)).toEqual({ lit: 1, nudged: 1, failed: 0 })
    expect((await lights(world)).map(([, light]) => light)).toEqual([undefined, 'yellow', 'yellow'])
  })
})
