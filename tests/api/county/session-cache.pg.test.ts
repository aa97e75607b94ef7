import { announceChange } from '@dj/db/queries/county/sessions.ts'
import postgres from 'postgres'
import { expect, vi } from 'vitest'
import { grantDirectly } from '../../support/people.ts'
import { test, type World } from '../../support/world.ts'

/** Ends the connection on which a process hears of changes. */
async function deafen(world: World): Promise<void> {
  const owner = postgres(world.url, { max: 1, onnotice: () => undefined })
  await owner`select pg_terminate_backend(pid, 5000) from pg_stat_activity
    where application_name = 'dangjian-sessions' and datname = current_database()`
  await owner.end()
}

const statementsOf = (world: World) => {
  const asked = vi.spyOn(world.open.deps.db, 'execute')
  return async (act: () => Promise<unknown>) => {
    asked.mockClear()
    await act()
    return asked.mock.calls.length
  }
}

test('a process that cannot hear of changes keeps nothing, and begins again when it can', async ({ world }) => {
  const member = await world.aMember()
  const read = () => world.as(member).get('/organizations')
  const cost = statementsOf(world)
  await expect.poll(() => cost(read)).toBe(0)
  await deafen(world)
  expect(await cost(read)).toBe(1)
  await expect.poll(() => cost(read)).toBe(0)
})

test('a change made while a process was deaf is seen by its next read', async ({ world }) => {
  const member = await world.aMember()
  const read = () => world.as(member).get('/colleagues')
  const cost = statementsOf(world)
  await expect.poll(() => cost(read)).toBe(0)
  await deafen(world)
  const organization = world.county.branches[0]
  await world.deps.withTx(world.county.id, (tx, at) =>
    grantDirectly(tx, { countyId: world.county.id, personId: member.id, role: 'secretary', organization, at }),
  )
  expect((await read()).status).toBe(200)
})

test('what a rolled-back transaction announced is not heard', async ({ world }) => {
  const member = await world.aMember()
  const read = () => world.as(member).get('/organizations')
  const cost = statementsOf(world)
  await expect.poll(() => cost(read)).toBe(0)
  const failing = world.deps.withTx(world.county.id, async (tx) => {
    await announceChange(tx, member.id)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await cost(read)).toBe(0)
})
