import { RoundPage, RoundView, TargetPage } from '@dj/shared/follow/round/round.schema.ts'
import { describe, expect } from 'vitest'
import { owner } from '../../support/bundles.ts'
import { aTeam, Ceremony, firstSeed, plan, sha256 } from '../../support/ceremony.ts'
import { test, type World } from '../../support/world.ts'

const nowhere = '00000000-0000-7000-8000-000000000000'

test('a round goes from its plan to its close, and each viewer is told what to do next', async ({ world }) => {
  const [a] = await Promise.all([
    world.anOpenOrder({ tier: 'A' }),
    world.anOpenOrder({ tier: 'B' }),
    world.anOpenOrder(),
  ])
  await Promise.all([world.anInspector(), world.anInspector()])
  const round = await Ceremony.open(world)
  const { lead, second, drawer, holders } = round.team
  const next = async (who = lead) => (await round.read(who)).next
  const blocked = async (who = lead) => (await round.read(who)).blocked.map(({ act, code }) => `${act}: ${code}`)
  expect([await next(), await next(holders[0]), await next(drawer)]).toEqual([['abort'], ['commit'], ['abort']])
  expect([await blocked(), await blocked(holders[0])]).toEqual([['freeze: round.commitments_missing'], []])
  await round.commit()
  expect([await next(), await next(holders[0])]).toEqual([['freeze', 'abort'], []])
  await round.freeze()
  expect(await round.read()).toMatchObject({
    state: 'frozen',
    frameCount: 3,
    frameHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect([await next(), await next(holders[0])]).toEqual([['abort'], ['reveal']])
  expect((await blocked()).slice(1)).toEqual(['public_value: round.value_too_early', 'draw: round.seeds_missing'])
  await round.reveal()
  expect(await blocked()).toEqual(['draw: round.drawer_is_revealer'])
  expect([await next(), await next(drawer)]).toEqual([['abort'], ['draw', 'abort']])
  await round.draw()
  expect((await round.read()).counts).toEqual({
    census: 2,
    sample: 1,
    targeted: 0,
    inspected: 0,
    excused: 0,
    waiting: 3,
  })
  expect(await next()).toEqual(['assign'])
  await round.assign()
  expect((await round.act(lead, 'close')).code).toBe('round.census_incomplete')
  expect(await blocked()).toEqual(['close: round.census_incomplete'])
  const census = (await world.as(lead).get(`/rounds/${round.id}/targets?basis=census`)).as(TargetPage)
  expect(census.total).toBe(2)
  for (const { orderId } of census.items) await round.excuse(orderId)
  expect(census.items.find((each) => each.orderId === a.id)?.inspectors).toHaveLength(2)
  await round.act(lead, 'close')
  expect([await next(), await next(second)]).toEqual([[], ['confirm_close']])
  expect([await blocked(), await blocked(second)]).toEqual([['confirm_close: round.second_person_needed'], []])
  expect((await round.act(lead, 'close/confirmation')).code).toBe('round.second_person_needed')
  expect((await round.act(second, 'close/confirmation')).as(RoundView)).toMatchObject({ state: 'closed', next: [] })
  expect((await round.act(second, 'close/confirmation')).code).toBe('round.ended')
})

test('a plan names two people, a quarter that has begun and a value still to come; one round a quarter', async ({
  world,
}) => {
  const team = await aTeam(world)
  const lead = world.as(team.lead)
  const refused = async (change: object) => {
    const { status, code, fields } = await lead.post('/rounds', { ...plan(team), ...change })
    return [status, code, Object.keys(fields)[0]]
  }
  const [one] = team.holders
  expect(await refused({ seedHolderIds: [one.id, one.id] })).toEqual([422, 'round.holders_same', 'seedHolderIds'])
  expect(await refused({ seedHolderIds: [one.id, nowhere] })).toEqual([422, 'grant.person_unknown', 'seedHolderIds'])
  expect(await refused({ quarter: '2027Q1' })).toEqual([422, 'round.quarter_not_begun', 'quarter'])
  expect(await refused({ publicValueOn: '2026-11-18' })).toEqual([409, 'round.value_day_passed', 'publicValueOn'])
  expect(await refused({ state: 'drawn' })).toEqual([422, 'request.invalid', 'state'])
  for (const publicValueNotation of ['两位数', '##', '## ', '##  ##', undefined])
    expect(await refused({ publicValueNotation })).toEqual([422, 'request.invalid', 'publicValueNotation'])
  const drawing = (rate: number, minimum: number) =>
    owner(
      world,
      `update county_settings set settings = jsonb_set(settings, '{round}', '{"rate": ${rate}, "minimum": ${minimum}}')`,
    )
  await drawing(0, 0)
  expect(await refused({})).toEqual([422, 'round.draws_nothing', 'quarter'])
  await drawing(0.2, 3)
  const both = await Promise.all([lead.post('/rounds', plan(team)), world.as(team.second).post('/rounds', plan(team))])
  expect(both.map((reply) => reply.status).toSorted()).toEqual([201, 409])
  expect(await refused({})).toEqual([409, 'round.exists', undefined])
  expect((await world.as(one).post('/rounds', plan(team))).code).toBe('auth.forbidden')
})

test('only holders commit, once and before the freeze; the freeze waits for both and for a value nobody can know yet', async ({
  world,
}) => {
  await world.anInspector()
  const round = await Ceremony.open(world)
  const { lead, holders } = round.team
  const commitment = sha256(firstSeed)
  expect((await round.act(lead, 'freeze')).code).toBe('round.commitments_missing')
  expect((await round.act(lead, 'commitment', { commitment })).code).toBe('round.not_holder')
  expect((await round.act(holders[0], 'commitment', { commitment: 'not a hash' })).fields).toHaveProperty('commitment')
  await round.commit()
  expect((await round.act(holders[0], 'commitment', { commitment })).code).toBe('round.committed_already')
  world.clock.set('2026-11-21T16:00:00Z')
  expect((await round.act(lead, 'freeze')).code).toBe('round.value_day_passed')
  world.clock.set('2026-11-21T15:59:59Z')
  const twice = await Promise.all([round.act(lead, 'freeze'), round.act(lead, 'freeze')])
  expect(twice.map((reply) => reply.code)).toEqual(expect.arrayContaining([undefined, 'round.frozen_already']))
  expect((await round.act(holders[1], 'commitment', { commitment })).code).toBe('round.frozen_already')
})

test('the frame holds what was live at any moment of the quarter, and nothing else', async ({ world }) => {
  const at = (text: string) => ({ publishedAt: new Date(text), stateSince: new Date(text), listedAt: new Date(text) })
  const old = at('2026-03-01T00:00:00Z')
  const ended = (since: string) => ({ ...old, state: 'retired' as const, stateSince: new Date(since) })
  const inside = [
    await world.anOpenOrder(old),
    await world.anOpenOrder({ ...old, state: 'retiring' }),
    await world.anOpenOrder(ended('2026-09-30T16:00:00.001Z')),
    await world.anOpenOrder(at('2026-11-18T01:00:00Z')),
  ]
  await world.anOpenOrder(ended('2026-09-30T16:00:00Z'))
  await world.anOpenOrder({ state: 'draft' })
  await world.anOpenOrder(at('2026-12-31T16:00:00Z'))
  const round = await (await Ceremony.open(world)).toFrozen()
  expect((await round.read()).frameCount).toBe(4)
  const rows = await world.deps.db.execute<{ order_id: string }>('select order_id from frame_entry order by 1')
  expect(rows.map((row) => row.order_id)).toEqual(inside.map((order) => order.id).toSorted())
})

describe('seeds', () => {
  test('are revealed by their holders as committed, once, and stay covered until the round is over', async ({
    world,
  }) => {
    await world.anOpenOrder()
    const round = await (await Ceremony.open(world)).toFrozen()
    const [one] = round.team.holders
    expect((await round.act(one, 'seed', { seed: sha256('another') })).code).toBe('round.seed_mismatch')
    expect((await round.act(round.team.lead, 'seed', { seed: firstSeed })).code).toBe('round.not_holder')
    await round.reveal()
    expect((await round.act(one, 'seed', { seed: firstSeed })).code).toBe('round.revealed_already')
    expect((await round.read()).seeds.map((seed) => [seed.seed, seed.revealedAt !== null])).toEqual([
      [null, true],
      [null, true],
    ])
    await round.draw()
    await round.assign()
    await round.close()
    expect((await round.read(one)).seeds[0]?.seed).toBe(firstSeed)
  })

  test('withheld past their deadline fall back in the open, not before', async ({ world }) => {
    const round = await (await Ceremony.open(world)).toFrozen()
    const { lead, second, drawer, holders } = round.team
    const ask = { position: 2, reason: '保管人失联' }
    world.clock.set('2026-11-22T14:00:00Z')
    await round.act(holders[0], 'seed', { seed: firstSeed })
    await round.act(second, 'public-value', { value: given })
    expect((await round.act(drawer, 'draw')).code).toBe('round.seeds_missing')
    world.clock.set('2026-11-25T15:59:59Z')
    expect((await round.act(lead, 'fallback', ask)).code).toBe('round.fallback_too_early')
    world.clock.set('2026-11-25T16:00:00Z')
    expect((await round.read()).next).toContain('fall_back')
    expect((await round.act(lead, 'fallback', { ...ask, position: 1 })).code).toBe('round.revealed_already')
    expect((await round.act(lead, 'fallback', ask)).as(RoundView).seeds[1]?.fallbackReason).toBe('保管人失联')
    const drawn = await Promise.all([lead, second, holders[0]].map((who) => round.act(who, 'draw')))
    expect(drawn.map((reply) => reply.code)).toEqual([
      'round.drawer_is_revealer',
      'round.drawer_is_revealer',
      'auth.forbidden',
    ])
    expect((await round.act(drawer, 'draw')).as(RoundView).state).toBe('drawn')
  })
})

const given = '03 07 11 22 28 31 + 09'

test('the public value is typed in the notation announced with the plan, letter by letter, or refused at the field', async ({
  world,
}) => {
  const round = await (await Ceremony.open(world)).toFrozen()
  const { lead } = round.team
  expect((await round.read()).publicValueNotation).toBe('## ## ## ## ## ## + ##')
  expect((await published(world)).map((each) => each.publicValueNotation)).toEqual(['## ## ## ## ## ## + ##'])
  world.clock.set('2026-11-21T16:00:00Z')
  const spellings = [
    '3 7 11 22 28 31 + 9',
    '03,07,11,22,28,31+09',
    '03071122283109',
    `${given} `,
    ` ${given}`,
    '０３ 07 11 22 28 31 + 09',
  ]
  for (const value of spellings) {
    const { status, fields } = await round.act(lead, 'public-value', { value })
    expect([value, status, fields]).toEqual([value, 422, { value: 'round.value_notation' }])
  }
  const edit = world.deps.withTx('330382', (tx) => tx.execute(`update round set public_value = '3 7 11 22 28 31 + 9'`))
  await expect(edit).rejects.toMatchObject({ cause: { constraint_name: 'round_value_in_its_notation' } })
  expect((await round.act(lead, 'public-value', { value: given })).as(RoundView).publicValue).toBe(given)
})

test('a round planned before notations were announced takes its value as it is typed', async ({ world }) => {
  const round = await (await Ceremony.open(world)).toFrozen()
  await owner(world, 'update round set public_value_notation = null')
  world.clock.set('2026-11-21T16:00:00Z')
  expect((await round.act(round.team.lead, 'public-value', { value: '1, 2' })).as(RoundView).publicValue).toBe('1, 2')
})

const published = async (world: World) => (await world.anonymous().get('/counties/330382/rounds')).as(RoundPage).items

test('the public value is typed in once, not before its day', async ({ world }) => {
  const round = await (await Ceremony.open(world)).toFrozen()
  const { lead } = round.team
  world.clock.set('2026-11-21T15:59:59Z')
  expect((await round.act(lead, 'public-value', { value: given })).code).toBe('round.value_too_early')
  world.clock.set('2026-11-21T16:00:00Z')
  const typed = await Promise.all(
    [1, 2].map((n) => round.act(lead, 'public-value', { value: `0${n}${given.slice(2)}` })),
  )
  expect(typed.map((reply) => reply.code)).toEqual(expect.arrayContaining([undefined, 'round.value_typed_already']))
})

test('an aborted round stays in sight beside its successor; after the draw nothing is aborted', async ({ world }) => {
  const first = await (await Ceremony.open(world)).toFrozen()
  expect((await first.act(first.team.lead, 'abort', { reason: '公共值来源更换' })).as(RoundView).state).toBe('aborted')
  expect((await first.act(first.team.lead, 'draw')).status).toBe(409)
  const again = await (await Ceremony.open(world, first.team)).toDrawn()
  expect((await again.act(again.team.lead, 'abort', { reason: '想再抽一次' })).code).toBe('round.drawn_already')
  const listed = (await world.anonymous().get('/counties/330382/rounds')).as(RoundPage)
  expect(listed.items.map((each) => [each.id, each.state, each.abortReason])).toEqual([
    [again.id, 'drawn', null],
    [first.id, 'aborted', '公共值来源更换'],
  ])
  const [page] = [(await world.anonymous().get('/counties/330382/rounds?limit=1')).as(RoundPage)]
  const rest = await world.anonymous().get(`/counties/330382/rounds?limit=1&cursor=${page.nextCursor}`)
  expect(rest.as(RoundPage).items.map((each) => each.id)).toEqual([first.id])
})

test('half-way figures are for the leads; a round of another county does not exist', async ({ world }) => {
  await world.anOpenOrder()
  const round = await (await Ceremony.open(world)).toDrawn()
  const seen = (await round.read(await world.aMember())).counts
  expect(seen).toMatchObject({ sample: 1, waiting: null, inspected: null })
  const stranger = world.as(await world.aCountyOrganizer({ county: await world.otherCounty() }))
  const far = await stranger.get(`/rounds/${round.id}`)
  const none = await stranger.get(`/rounds/${nowhere}`)
  expect([far.status, far.code]).toEqual([none.status, none.code])
  expect((await stranger.post(`/rounds/${round.id}/draw`)).code).toBe('not_found')
  expect((await stranger.get(`/rounds/${round.id}/targets`)).code).toBe('not_found')
})
