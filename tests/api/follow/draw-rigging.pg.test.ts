import { RoundView } from '@dj/shared/follow/round/round.schema.ts'
import { describe, expect } from 'vitest'
import { bundleOf, owner, verify } from '../../support/bundles.ts'
import { Ceremony, secondSeed, sha256 } from '../../support/ceremony.ts'
import { test } from '../../support/world.ts'

describe('rigging is refused or exposed', () => {
  test('drawing again: the second of two at once is refused, and so is every later one', async ({ world }) => {
    await world.anOpenOrder()
    const round = await (await Ceremony.open(world)).toFrozen()
    await round.reveal()
    const third = await world.aCountyOrganizer()
    const draws = await Promise.all([round.team.drawer, third].map((who) => round.act(who, 'draw')))
    expect(draws.map((reply) => reply.code).toSorted()).toEqual(['round.drawn_already', undefined])
    expect((await round.act(third, 'draw')).code).toBe('round.drawn_already')
  })

  test('moving an order to another tier, editing it or retiring it after the freeze changes nothing', async ({
    world,
  }) => {
    const orders = [await world.anOpenOrder(), await world.anOpenOrder({ owner: world.county.farBranch })]
    const round = await (await Ceremony.open(world)).toFrozen()
    await owner(world, "update demand_order set tier = 'B', version = version + 5, state = 'retired'")
    await round.reveal()
    await round.draw()
    const drawn = await world.deps.db.execute<{ order_id: string }>(
      "select order_id from target where basis = 'sample'",
    )
    expect(drawn.map((row) => row.order_id).toSorted()).toEqual(orders.map((order) => order.id).toSorted())
  })

  test('the app itself can neither trim the frame nor swap a version in it', async ({ world }) => {
    await world.anOpenOrder()
    await (await Ceremony.open(world)).toFrozen()
    for (const statement of ['update frame_entry set order_version = 9', 'delete from frame_entry']) {
      await expect(world.deps.withTx('330382', (tx) => tx.execute(statement))).rejects.toThrow()
    }
  })

  const editsBy = {
    'trimming the frame':
      "delete from frame_entry f where tier = 'C' and not exists (select from target t where t.order_id = f.order_id and t.round_id = f.round_id)",
    'swapping a version': 'update frame_entry set order_version = order_version + 1',
    'moving a tier': "update frame_entry set tier = 'C' where tier = 'B'",
    'editing the result': "update target set draw_rank = 10 - draw_rank where basis = 'sample'",
    'taking one out of the result':
      "delete from target where (order_id, round_id) in (select order_id, round_id from target where basis = 'sample' limit 1)",
    'another public value': "update round set public_value = '08 07 11 22 28 31 + 09'",
    'another seed, with the check taken down': `update round_seed set seed = '${sha256('another')}' where position = 1`,
  }
  test.for(Object.entries(editsBy))(
    'a superuser who rigs it by %s is exposed by the verifier',
    async ([, edit], { world }) => {
      const { branches } = world.county
      for (let n = 0; n < 20; n += 1) await world.anOpenOrder({ owner: branches[n % 2] ?? branches[0] })
      await world.anOpenOrder({ tier: 'B' })
      const round = await (await Ceremony.open(world)).toDrawn()
      await owner(
        world,
        "set session_replication_role = 'replica'; alter table round_seed drop constraint round_seed_matches_its_commitment",
        edit,
      )
      await owner(
        world,
        "update round set state = 'closed', closed_by = opened_by, closed_at = now(), closing_by = drawn_by",
      )
      const { ok, says } = await verify(await bundleOf(world, round))
      expect([ok, says]).toEqual([false, expect.stringContaining('does not match')])
    },
  )

  test('a seed of one’s choice, or one nobody committed to, is refused by rule and by table', async ({ world }) => {
    const round = await (await Ceremony.open(world)).toFrozen()
    const [one] = round.team.holders
    expect((await round.act(one, 'seed', { seed: secondSeed })).code).toBe('round.seed_mismatch')
    const edit = world.deps.withTx('330382', (tx) =>
      tx.execute(`update round_seed set seed = '${secondSeed}' where position = 1`),
    )
    await expect(edit).rejects.toMatchObject({ cause: { constraint_name: 'round_seed_matches_its_commitment' } })
  })

  test('the day of the value comes after the freeze: whoever freezes cannot know what it will be', async ({
    world,
  }) => {
    const round = await (await Ceremony.open(world)).commit()
    world.clock.set('2026-11-22T13:00:00Z')
    expect((await round.act(round.team.lead, 'freeze')).code).toBe('round.value_day_passed')
    expect((await round.act(round.team.lead, 'abort', { reason: '冻结误期' })).as(RoundView).state).toBe('aborted')
  })

  test('the app cannot let the drawer be who typed the value', async ({ world }) => {
    const round = await (await Ceremony.open(world)).toFrozen()
    await round.reveal()
    expect((await round.act(round.team.lead, 'draw')).code).toBe('round.drawer_is_revealer')
    const edit = world.deps.withTx('330382', (tx) =>
      tx.execute(`update round set drawn_by = public_value_by, drawn_at = now()`),
    )
    await expect(edit).rejects.toMatchObject({ cause: { constraint_name: 'round_drawer_does_not_type_the_value' } })
  })
})
