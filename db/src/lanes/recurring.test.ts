import { expect, test } from 'vitest'
import type { SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { Reads } from '../connect.ts'
import { findPage } from '../queries/build/order-page.ts'
import { recurring } from './recurring.ts'

const times = (count: number) => Array.from({ length: count }, (_, index) => index)

test('a statement is worth preparing from the second time on', () => {
  const worth = recurring()
  expect([worth('select 1'), worth('select 1'), worth('select 1')]).toEqual([false, true, true])
})

test('statements that vary without end are not collected, and leave room for the one that recurs', () => {
  const worth = recurring()
  for (const index of times(5_000)) worth(`select ${index}`)
  expect([worth('select here'), worth('select here')]).toEqual([false, true])
})

test('there is an end to preparing, and to the length of what is prepared', () => {
  const worth = recurring()
  const prepared = times(1_000).filter((index) => (worth(`select ${index}`), worth(`select ${index}`)))
  expect(prepared).toHaveLength(300)
  const long = `select '${'x'.repeat(10_000)}'`
  expect([worth(long), worth(long)]).toEqual([false, false])
})

test('the longest statement of ours, the order page, is prepared as well', async () => {
  const id = '01990000-0000-7000-8000-000000000001'
  let text = ''
  const asked = async (query: SQL) => {
    text = new PgDialect().sqlToQuery(query).sql
    return []
  }
  await findPage({ execute: asked } as unknown as Reads, { countyId: '330382', personId: id }, id)
  const worth = recurring()
  expect([text.length > 1_000, worth(text), worth(text)]).toEqual([true, false, true])
})
