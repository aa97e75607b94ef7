import { readFile } from 'node:fs/promises'
import { unsaidRows } from '@dj/db/queries/follow/unsaid-rows.ts'
import { createLanes, type Lanes } from '@dj/db/with-tx.ts'
import { expect } from 'vitest'
import { owner } from '../../support/bundles.ts'
import { aCheckedRound } from '../../support/checked-round.ts'
import { aRatedOrder } from '../../support/rated-order.ts'
import { test } from '../../support/world.ts'

/** Each row that decides something, rewritten: by which statement, and as what it is found. */
const rewritten: [string, string, string][] = [
  ['rating', 'grades', 'update rating set attitude = 5, speed = 5, result = 5 where result = 1'],
  ['rating', 'whether it counts', 'update rating set excluded = true where result = 1'],
  ['finding', 'its verdict', `update finding set effect = 'good', verdict = 'pass' where effect = 'poor'`],
  ['targets', 'what was drawn', `update target set draw_rank = 9 where basis = 'sample'`],
  [
    'target',
    'what was not visited',
    `update target set state = 'inspected', excuse_reason = null where state = 'excused'`,
  ],
  [
    'target',
    'an excuse',
    `update target set state = 'excused', excuse_reason = '停工', excuse_asked_by = gen_random_uuid() where basis = 'sample'`,
  ],
  ['target', 'what was visited', `update target set state = 'waiting' where state = 'inspected'`],
  ['round', 'the public value', `update round set public_value = '08 07 11 22 28 31 + 09'`],
  ['round', 'the frozen frame', `update round set frame_hash = repeat('0', 64)`],
  ['round', 'the pool of inspectors', `update round set pool = array[uuidv7()], pool_hash = repeat('0', 64)`],
  [
    'seed',
    'a commitment',
    `update round_seed set commitment = encode(sha256('x'), 'hex'), seed = null where position = 1`,
  ],
  ['grant', 'whose it is', `update role_grant set role = 'scout' where role = 'inspector'`],
  ['grant', 'when it began', `update role_grant set valid_from = valid_from - interval '1 year'`],
  ['grant', 'that it ended', 'update role_grant set valid_until = valid_from'],
]

test('rows that decide something are what their events say: the app rewrites none without, the owner of the database none unseen', async ({
  world,
}) => {
  await aCheckedRound(world)
  await aRatedOrder(world)
  expect(await unsaidRows(world.deps.db, world.county.id)).toEqual([])
  const asOwner = createLanes(world.url, { size: 1, clock: world.clock.now })
  for (const [kind, what, statement] of rewritten) {
    const byApp = world.deps.withTx(world.county.id, (tx) => tx.execute(statement))
    await expect(byApp, what).rejects.toMatchObject({ constraint_name: expect.stringMatching(/_said$/) })
    expect(await foundAfter(asOwner, world.county.id, statement), what).toContain(kind)
  }
  await asOwner.end()
})

/** Which kinds of rows are no longer what was said after the owner did that, undone afterwards. */
async function foundAfter(asOwner: Lanes, countyId: string, statement: string): Promise<string[]> {
  const undone = new Error('undone')
  let found: string[] = []
  const work = asOwner.withTx(countyId, async (tx) => {
    await tx.execute(statement)
    found = (await unsaidRows(tx, countyId)).map((row) => row.kind)
    throw undone
  })
  await expect(work).rejects.toBe(undone)
  return [...new Set(found)]
}

test('an event is of the transaction that writes it, and of now', async ({ world }) => {
  const { id } = world.county
  // As the product has it: tests are let move their clock.
  const migration = await readFile(new URL('../../../db/migrations/0027_events_of_now.sql', import.meta.url), 'utf8')
  await owner(world, migration)
  const insert = (columns: string, values: string) =>
    world.deps.withTx(id, (tx) =>
      tx.execute(
        `insert into event (county_id, id, kind, data, ${columns}) values ('${id}', uuidv7(), 'settings.changed', '{}', ${values})`,
      ),
    )
  await insert('at', 'now()')
  const refused = [insert('at, xid', `now(), '3'`), insert('at', `now() - interval '1 hour'`)]
  for (const each of refused) await expect(each).rejects.toMatchObject({ cause: { code: '42501' } })
})
