import { TargetPage } from '@dj/shared/follow/round/round.schema.ts'
import * as fc from 'fast-check'
import { describe, expect } from 'vitest'
import { owner } from '../../support/bundles.ts'
import { Ceremony, heldBy } from '../../support/ceremony.ts'
import { type Person, test } from '../../support/world.ts'

describe('targets', () => {
  test('of the sample are seen by their inspector alone until visited; leads see the census, others what is theirs', async ({
    world,
  }) => {
    const [b, c] = [await world.anOpenOrder({ tier: 'B' }), await world.anOpenOrder({ owner: world.county.farBranch })]
    const inspectors = await Promise.all([world.anInspector(), world.anInspector()])
    const round = await (await Ceremony.open(world)).toDrawn()
    await round.assign()
    const seen = async (who: Person, query = '') =>
      (await world.as(who).get(`/rounds/${round.id}/targets${query}`)).as(TargetPage).items.map((each) => each.orderId)
    const sampler = inspectors[(await heldBy(world, inspectors[0] ?? { id: '' })).includes(c.id) ? 0 : 1]
    const other = inspectors.find((each) => each !== sampler)
    expect(await seen(round.team.lead)).toEqual([b.id])
    expect(sampler && (await seen(sampler))).toContain(c.id)
    expect(other && (await seen(other))).not.toContain(c.id)
    expect(await seen(await world.aTownOrganizer())).toEqual([b.id])
    expect(await seen(await world.aTownOrganizer(world.county.towns[1]))).toEqual([])
    expect((await round.act(round.team.lead, `targets/${c.id}/excuse`, { reason: '不想检查' })).code).toBe('not_found')
    await owner(world, `update target set state = 'inspected', inspected_at = now() where order_id = '${c.id}'`)
    const none = { census: 0, sample: 0, targeted: 0, inspected: 0, excused: 0, waiting: 0 }
    expect((await round.read()).towns).toEqual([
      { ...none, town: '城东街道', census: 1, waiting: 1 },
      { ...none, town: '柳市镇', sample: 1, inspected: 1 },
    ])
    expect((await round.read(inspectors[0])).towns).toEqual([])
    expect(await seen(round.team.lead, '?basis=sample')).toEqual([c.id])
    expect((await world.as(await world.aMember()).get(`/rounds/${round.id}/targets`)).code).toBe('auth.forbidden')
  })

  test('come in pages, filtered', async ({ world }) => {
    for (let n = 0; n < 5; n += 1)
      await world.anOpenOrder({ tier: 'B', owner: world.county.towns[n % 2] ?? world.county.towns[0] })
    const round = await (await Ceremony.open(world)).toDrawn()
    const page = async (query: string) =>
      (await world.as(round.team.lead).get(`/rounds/${round.id}/targets?${query}`)).as(TargetPage)
    const first = await page('limit=2')
    expect([first.total, first.items.length]).toEqual([5, 2])
    const next = await page(`limit=2&cursor=${first.nextCursor}`)
    const third = await page(`limit=2&cursor=${next.nextCursor}`)
    const numbers = [first, next, third].flatMap(({ items }) => items.map((each) => each.number))
    expect([numbers.length, numbers.toSorted()]).toEqual([5, numbers])
    expect((await page(`townId=${world.county.towns[1].id}`)).items).toHaveLength(2)
    expect((await page('state=excused')).total).toBe(0)
  })

  test('are excused by two people with a reason, or visited after all', async ({ world }) => {
    const order = await world.anOpenOrder({ tier: 'B' })
    const round = await (await Ceremony.open(world)).toDrawn()
    const { lead, second: other } = round.team
    const [ask, decide] = [`targets/${order.id}/excuse`, `targets/${order.id}/excuse/decision`]
    expect((await round.act(lead, ask, { reason: '现场已停工' })).code).toBe('round.not_running')
    await round.assign()
    expect((await round.act(lead, decide, { decision: 'excuse' })).code).toBe('target.no_excuse_asked')
    expect((await round.act(lead, ask, { reason: '现场已停工' })).body).toMatchObject({
      state: 'excuse_asked',
      excuse: { askedBy: lead.alias },
    })
    expect((await round.act(other, ask, { reason: '现场已停工' })).code).toBe('target.not_waiting')
    expect((await round.act(lead, decide, { decision: 'excuse' })).code).toBe('target.second_person_needed')
    expect((await round.act(other, decide, { decision: 'refuse' })).body).toMatchObject({
      state: 'waiting',
      excuse: null,
    })
    await round.excuse(order.id)
    expect((await round.act(lead, ask, { reason: '现场已停工' })).code).toBe('target.not_waiting')
    expect((await round.read()).counts).toMatchObject({ census: 1, excused: 1, waiting: 0 })
    expect((await round.read()).next).toEqual(['close'])
  })

  test('of the sample do not tell the county by a wish to excuse them that they were drawn', async ({ world }) => {
    const order = await world.anOpenOrder({ owner: world.county.farBranch })
    const roles = (['inspector', 'county_organizer'] as const).map((role) => ({
      role,
      organization: world.county.root,
    }))
    const both = await world.aPerson({ kind: 'staff', roles })
    const round = await (await Ceremony.open(world)).toDrawn()
    await round.assign()
    expect((await round.act(both, `targets/${order.id}/excuse`, { reason: '现场已停工' })).status).toBe(200)
    const told = (await world.as(await world.aMember()).get(`/orders/${order.id}/events`)).body
    expect(JSON.stringify(told)).not.toContain('round.')
  })
})

const command = fc.oneof(
  fc.record({ act: fc.constantFrom('ask', 'excuse', 'refuse', 'inspect'), n: fc.nat(2) }),
  fc.record({ act: fc.constantFrom('close', 'confirm'), n: fc.constant(0) }),
)

test('whatever is done in whatever order, a round closes only over a census all inspected or excused', async ({
  world,
}) => {
  const ids: string[] = []
  for (const tier of ['A', 'B', 'B'] as const) ids.push((await world.anOpenOrder({ tier })).id)
  await Promise.all([world.anInspector(), world.anInspector()])
  const round = await (await Ceremony.open(world)).toDrawn()
  await round.assign()
  const { lead, second: other } = round.team
  const run: Record<string, (id: string) => Promise<unknown>> = {
    ask: (id) => round.act(lead, `targets/${id}/excuse`, { reason: '现场已停工' }),
    excuse: (id) => round.act(other, `targets/${id}/excuse/decision`, { decision: 'excuse' }),
    refuse: (id) => round.act(other, `targets/${id}/excuse/decision`, { decision: 'refuse' }),
    inspect: (id) =>
      owner(
        world,
        `update target set state = 'inspected' where order_id = '${id}' and state in ('waiting', 'excuse_asked')`,
      ),
    close: () => round.act(lead, 'close'),
    confirm: () => round.act(other, 'close/confirmation'),
  }
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 8, maxLength: 30, size: 'max' }), async (commands) => {
      await owner(
        world,
        `update target set state = 'waiting', excuse_reason = null, excuse_asked_by = null, excuse_decided_by = null`,
        `update round set state = 'running', closing_by = null, closing_at = null, closed_by = null, closed_at = null`,
      )
      for (const { act, n } of commands) await run[act]?.(ids[n] ?? '')
      const { state, counts } = await round.read()
      const [active] = await world.deps.db.execute<{ n: number }>(
        "select count(*)::int as n from frame_entry where tier in ('A', 'B')",
      )
      expect(counts.census).toBe(active?.n)
      if (state === 'closed') expect((counts.inspected ?? 0) + (counts.excused ?? 0)).toBe(active?.n)
    }),
    { numRuns: 15 },
  )
}, 120_000)
