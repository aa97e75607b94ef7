import { seedDemo } from '@dj/api/demo/seed-demo.ts'
import { LibrariesView, OrderPage } from '@dj/shared/order/order.schema.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientOf } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { type OpenApp, openApp } from '../support/open-app.ts'

let database: Awaited<ReturnType<typeof freshDatabase>>
let open: OpenApp

beforeAll(async () => {
  database = await freshDatabase()
  const { url } = database
  open = await openApp(url, () => new Date())
  await seedDemo({ open: (clock) => openApp(url, clock), password: 'demo-password-1', log: open.deps.log })
}, 120_000)
afterAll(async () => {
  await open.end()
  await database.drop()
})

const signedIn = async (username: string) => {
  const reply = await clientOf(open, null).post('/session', { username, password: 'demo-password-1' }, { key: null })
  return clientOf(open, reply.headers.getSetCookie().join('; '))
}

test('the demo county has something true on every screen: three libraries, every state of the loop, lights of each colour', async () => {
  const county = await signedIn('county1')
  const { tiers } = (await county.get('/libraries')).as(LibrariesView)
  const sum = (field: 'total' | 'draft' | 'open' | 'claimed' | 'delivered' | 'closed' | 'green' | 'yellow' | 'red') =>
    tiers.reduce((total, tier) => total + tier[field], 0)
  expect(tiers.map(({ tier }) => tier)).toEqual(['A', 'B', 'C'])
  expect(sum('total') + sum('draft')).toBeGreaterThanOrEqual(40)
  for (const field of ['draft', 'open', 'claimed', 'delivered', 'closed', 'green', 'yellow', 'red'] as const) {
    expect(sum(field), field).toBeGreaterThan(0)
  }
  const rated = (await county.get('/orders?state=closed&limit=50')).as(OrderPage)
  expect(rated.items.length).toBeGreaterThanOrEqual(6)
})

test('all 45 needs of the workbook came in through the import, and none was lost', async () => {
  const rows = await open.deps.db.execute<{ n: number; fingerprints: number }>(
    sql`select count(*)::int as n, count(distinct import_fingerprint)::int as fingerprints from need where import_batch_id is not null`,
  )
  expect(rows[0]).toEqual({ n: 45, fingerprints: 45 })
})

test('every demo account signs in', async () => {
  const { demoAccounts } = await import('@dj/api/demo/demo-people.ts')
  expect(demoAccounts).toHaveLength(16)
  for (const { username } of demoAccounts) expect((await (await signedIn(username)).get('/session')).status).toBe(200)
})
