import { watchRounds } from '@dj/api/rounds/watch-rounds.ts'
import { eventTable } from '@dj/db/tables/event.table.ts'
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { Ceremony } from '../support/ceremony.ts'
import { test } from '../support/world.ts'

test('a quarter that has lasted ten working days without a round raises the alarm, once, until one is opened', async ({
  world,
}) => {
  const watch = async () => (await watchRounds(world.deps, '330382')).missing
  const alarms = () => world.deps.db.$count(eventTable, eq(eventTable.kind, 'round.missing'))
  // The National Day holiday until 7 October, work on Saturday the 10th: the tenth working day is the 20th.
  world.clock.set('2026-10-20T15:59:59Z')
  expect(await watch()).toBe(false)
  world.clock.set('2026-10-20T16:00:00Z')
  expect([await watch(), await watch(), await alarms()]).toEqual([true, true, 1])
  const round = await Ceremony.open(world)
  expect(await watch()).toBe(false)
  await round.act(round.team.lead, 'abort', { reason: '公共值来源更换' })
  expect([await watch(), await alarms()]).toEqual([true, 1])
})
