import { watchRounds } from '@dj/api/follow/rounds/watch-rounds.ts'
import { SettingsView } from '@dj/shared/county/settings/settings.schema.ts'
import { RoundPage } from '@dj/shared/follow/round/round.schema.ts'
import { eventTable } from '@dj/db/tables/platform/event.table.ts'
import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { owner } from '../../support/bundles.ts'
import { Ceremony } from '../../support/ceremony.ts'
import { test, type World } from '../../support/world.ts'

const watch = (world: World) => watchRounds(world.deps, '330382')
const alarms = (world: World) => world.deps.db.select().from(eventTable).where(eq(eventTable.kind, 'round.missing'))
const rounds = async (world: World) =>
  (await world.as(await world.aCountyOrganizer()).get('/rounds')).as(RoundPage).items

/** The county decides on a standing plan: its reply. */
async function decide(world: World, seedHolderIds: readonly string[], change: object = {}) {
  const organizer = world.as(await world.aCountyOrganizer())
  const { version, settings } = (await organizer.get('/settings')).as(SettingsView)
  const days = { openOnWorkingDay: 3, publicValueAfterDays: 6, dueAfterDays: 60 }
  const value = { publicValueSource: '公布日当晚双色球开奖号码', publicValueNotation: '## ## ## ## ## ## + ##' }
  const plan = { seedHolderIds, ...value, ...days, ...change }
  const body = { settings: { ...settings, round: { ...settings.round, plan } }, note: '按季开立' }
  return organizer.put('/settings', body, { version })
}
const twoHolders = async (world: World) => [await world.aMember({ alias: '甲' }), await world.aMember({ alias: '乙' })]
const idsOf = (people: readonly { id: string }[]) => people.map(({ id }) => id)

test('a quarter that has lasted ten working days without a round raises the alarm, once, until one is opened', async ({
  world,
}) => {
  // The National Day holiday until 7 October, work on Saturday the 10th: the tenth working day is the 20th.
  world.clock.set('2026-10-20T15:59:59Z')
  expect((await watch(world)).missing).toBeNull()
  world.clock.set('2026-10-20T16:00:00Z')
  expect([(await watch(world)).missing, (await watch(world)).missing]).toEqual(['no_plan', 'no_plan'])
  expect((await alarms(world)).map(({ data }) => data)).toEqual([{ quarter: '2026Q4', why: 'no_plan' }])
  const round = await Ceremony.open(world)
  expect((await watch(world)).missing).toBeNull()
  await round.act(round.team.lead, 'abort', { reason: '公共值来源更换' })
  expect((await watch(world)).missing).toBe('aborted')
  expect(await alarms(world)).toHaveLength(1)
})

describe('with a standing plan the calendar opens the round', () => {
  test('on its working day, as planned, once however often and by how many it is run', async ({ world }) => {
    const holders = await twoHolders(world)
    expect((await decide(world, idsOf(holders))).as(SettingsView).seedHolders.map(({ alias }) => alias)).toEqual([
      '甲',
      '乙',
    ])
    world.clock.set('2026-10-09T15:59:59.999Z') // the second working day: the 8th and 9th
    expect(await watch(world)).toEqual({ quarter: '2026Q4', opened: false, missing: null })
    world.clock.set('2026-10-09T16:00:00Z')
    const runs = await Promise.all([watch(world), watch(world), watch(world)])
    expect(runs.filter(({ opened }) => opened)).toHaveLength(1)
    expect((await watch(world)).opened).toBe(false)
    const plan = { quarter: '2026Q4', state: 'planned', publicValueOn: '2026-10-16', dueOn: '2026-12-09' }
    expect(await rounds(world)).toMatchObject([{ ...plan, publicValueNotation: '## ## ## ## ## ## + ##' }])
    const opened = await world.deps.db.select().from(eventTable).where(eq(eventTable.kind, 'round.opened'))
    expect(opened.map(({ by, data }) => [by, data['quarter']])).toEqual([[null, '2026Q4']])
    expect(await alarms(world)).toEqual([])
  })

  test('in the quarter that Shanghai has, to the last millisecond', async ({ world }) => {
    await decide(world, idsOf(await twoHolders(world)), { openOnWorkingDay: 1 })
    world.clock.set('2026-09-30T15:59:59.999Z')
    expect(await watch(world)).toMatchObject({ quarter: '2026Q3', opened: true })
    world.clock.set('2026-09-30T16:00:00Z')
    expect(await watch(world)).toMatchObject({ quarter: '2026Q4', opened: false, missing: null }) // a holiday
    world.clock.set('2026-10-07T16:00:00Z')
    expect(await watch(world)).toMatchObject({ quarter: '2026Q4', opened: true })
    expect((await rounds(world)).map(({ quarter }) => quarter)).toEqual(['2026Q4', '2026Q3'])
  })

  test('not while a seed holder is gone: the alarm says so; nor after people gave a round up', async ({ world }) => {
    const [holder, other] = await twoHolders(world)
    await decide(world, idsOf([holder, other].flatMap((one) => one ?? [])))
    const gone = `update person set status = 'suspended' where id = '${other?.id}'`
    await world.deps.withTx('330382', async (tx) => void (await tx.execute(gone)))
    world.clock.set('2026-10-12T02:00:00Z')
    expect(await watch(world)).toMatchObject({ opened: false, missing: 'holder_left' })
    expect((await alarms(world)).map(({ data }) => data['why'])).toEqual(['holder_left'])
    expect(await rounds(world)).toEqual([])
    const round = await Ceremony.open(world)
    await round.act(round.team.lead, 'abort', { reason: '公共值来源更换' })
    expect(await watch(world)).toMatchObject({ opened: false, missing: null })
  })

  test('not by a plan from before that names no notation, nor where nothing would be drawn: the alarm says so', async ({
    world,
  }) => {
    await decide(world, idsOf(await twoHolders(world)))
    const change = (round: string) =>
      owner(
        world,
        `update county_settings set settings = jsonb_set(settings, '{round}', settings -> 'round' || '${round}')`,
      )
    await change('{"rate": 0, "minimum": 0}')
    world.clock.set('2026-10-12T02:00:00Z')
    expect(await watch(world)).toMatchObject({ opened: false, missing: 'draws_nothing' })
    await owner(world, "update county_settings set settings = settings #- '{round,plan,publicValueNotation}'")
    expect(await watch(world)).toMatchObject({ opened: false, missing: 'no_notation' })
    expect(await rounds(world)).toEqual([])
  })

  test('and a plan is refused as by hand: one holder twice, somebody unknown, days that are none', async ({
    world,
  }) => {
    const [holder] = await twoHolders(world)
    const id = holder?.id ?? ''
    expect((await decide(world, [id, id])).fields).toEqual({
      'settings.round.plan.seedHolderIds.1': 'round.holders_same',
    })
    const stranger = await world.aMember({ county: await world.otherCounty() })
    expect((await decide(world, [id, stranger.id])).fields).toEqual({
      'settings.round.plan.seedHolderIds.1': 'grant.person_unknown',
    })
    expect((await decide(world, [id, id], { publicValueAfterDays: 0 })).status).toBe(422)
    expect((await decide(world, [id, stranger.id], { publicValueNotation: null })).fields).toEqual({
      'settings.round.plan.publicValueNotation': 'round.notation_unclear',
    })
  })
})
