import { readinessOf } from '@dj/api/platform/health/readiness.ts'
import postgres from 'postgres'
import { expect } from 'vitest'
import { test } from '../../support/world.ts'

test('a disk that is full, or a server in trouble, answers 503 with the reason, and whoever asks whether it is ready hears it', async ({
  world,
}) => {
  const owner = postgres(world.url, { max: 1, onnotice: () => undefined })
  const member = world.as(await world.aMember())
  const raise = () => member.post('/needs', { body: '外卖骑手中午没地方热饭歇脚', category: 'other' })
  const fail = (state: string) =>
    owner.unsafe(
      `create or replace function fail() returns trigger language plpgsql as $$ begin raise exception using errcode = '${state}'; end $$`,
    )
  const failing = async (state: string) => {
    await fail(state)
    const { status, code, headers } = await raise()
    return [status, code, headers.get('retry-after')]
  }
  const { deps } = world.open
  const never = { isStopping: () => false, isRestarting: () => false }
  const readiness = readinessOf(deps.db, { ...never, trouble: deps.trouble })
  expect(await readiness()).toBe('ready')
  await fail('58030')
  await owner`create trigger fails before insert on need for each row execute function fail()`
  expect(await failing('58030')).toEqual([503, 'service.database_failing', '2'])
  expect(await readiness()).toBe('database_failing')
  expect(await failing('53100')).toEqual([503, 'service.storage_full', '2'])
  expect(await readiness()).toBe('storage_full')
  await owner`drop trigger fails on need`
  expect((await raise()).status).toBe(201)
  await owner.end()
})
