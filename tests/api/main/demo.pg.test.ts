import { must } from '@dj/shared/platform/assert.ts'
import { seedDemo } from '@dj/api/main/demo/seed-demo.ts'
import { AppealPage } from '@dj/shared/follow/appeal/appeal.schema.ts'
import { InspectionList } from '@dj/shared/follow/finding/finding.schema.ts'
import { TalkList } from '@dj/shared/claim/talk/talk.schema.ts'
import { WorkView } from '@dj/shared/meet/work/work.schema.ts'
import { LibrariesView, OrderPage } from '@dj/shared/build/order/order.schema.ts'
import { rectificationLight } from '@dj/shared/exit/rectification/rectification.rules.ts'
import { RectificationPage } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { RetirementPage } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { RoundPage } from '@dj/shared/follow/round/round.schema.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientOf } from '../../support/client.ts'
import { asApp, freshDatabase } from '../../support/database.ts'
import { type OpenApp, openApp } from '../../support/open-app.ts'

const now = new Date('2026-11-21T09:30:00+08:00')
let database: Awaited<ReturnType<typeof freshDatabase>>
let open: OpenApp

beforeAll(async () => {
  database = await freshDatabase()
  const url = asApp(database.url)
  open = await openApp(url, () => now)
  await seedDemo({ open: (clock) => openApp(url, clock), password: 'demo-password-1', log: open.deps.log, until: now })
}, 120_000)
afterAll(async () => {
  await open.end()
  await database.drop()
})

const signedIn = async (username: string, at: OpenApp = open) => {
  const reply = await clientOf(at, null).post('/session', { username, password: 'demo-password-1' }, { key: null })
  return clientOf(at, reply.headers.getSetCookie().join('; '))
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

test('it has been through a round whose bulletin anybody can read, and is in the next one', async () => {
  const county = await signedIn('county1')
  const { items } = (await county.get('/rounds')).as(RoundPage)
  expect(items.map(({ state }) => state)).toEqual(['running', 'closed'])
  const [running, closed] = items
  expect(running?.overdue).toBe(false)
  for (const count of [running?.counts.inspected, running?.counts.waiting, closed?.counts.inspected])
    expect(count).toBeGreaterThan(3)
  expect((await clientOf(open, null).get(`/rounds/${closed?.id}/bulletin`)).status).toBe(200)
  for (const inspector of ['inspector1', 'inspector2']) {
    const { items: list } = (await (await signedIn(inspector)).get('/inspections')).as(InspectionList)
    expect(list.filter(({ finding }) => finding === null).length).toBeGreaterThan(2)
  }
})

test('rectifications burn in each light, today and tomorrow; a retirement is on notice, and an appeal waits', async () => {
  const county = await signedIn('county1')
  const { items } = (await county.get('/rectifications')).as(RectificationPage)
  expect(items.map(({ light }) => light).toSorted()).toEqual(['green', 'red', 'yellow'])
  const tomorrow = new Date(now.getTime() + 86_400_000)
  const lights = items.map(({ state, deadlineAt }) =>
    rectificationLight(state, new Date(must(deadlineAt, 'a deadline')), tomorrow),
  )
  expect(lights.toSorted()).toEqual(['green', 'red', 'yellow'])
  const retirements = (await county.get('/retirements')).as(RetirementPage).items
  expect(retirements.map(({ state }) => state)).toEqual(['on_notice'])
  expect(Date.parse(retirements[0]?.noticeUntil ?? '')).toBeGreaterThan(tomorrow.getTime())
  expect((await county.get('/appeals')).as(AppealPage).items.map(({ state }) => state)).toEqual(['filed'])
})

test('all 45 needs of the workbook came in through the import, and none was lost', async () => {
  const rows = await open.deps
    .dbOf('330382')
    .execute<{ n: number; fingerprints: number }>(
      sql`select count(*)::int as n, count(distinct import_fingerprint)::int as fingerprints from need where import_batch_id is not null`,
    )
  expect(rows[0]).toEqual({ n: 45, fingerprints: 45 })
})

test('a claimant has an office to call, a requester who agreed to be called, and words that nobody has read yet', async () => {
  const doer = await signedIn('member1')
  const { items } = (await doer.get('/work')).as(WorkView)
  const waiting = must(
    items.find(({ kind }) => kind === 'talk.unread'),
    'unread words',
  )
  const talks = (await doer.get(`/orders/${waiting.orderId}/talks`)).as(TalkList).items
  expect(talks).toMatchObject([{ contact: 'shared', unread: 2, owner: { contact: { telephone: '0577-00000000' } } }])
  expect(talks[0]?.messages.map(({ side }) => side)).toEqual(['claimant', 'requester', 'owner'])
})

test('every demo account signs in', async () => {
  const { demoAccounts } = await import('@dj/api/main/demo/demo-people.ts')
  expect(demoAccounts).toHaveLength(17)
  for (const { username } of demoAccounts) expect((await (await signedIn(username)).get('/session')).status).toBe(200)
})

test.each(['member1', 'member2', 'member3'])('%s, who tries the demo, has a claim left to make', async (username) => {
  const member = await signedIn(username)
  const { items } = (await member.get('/orders?state=open&individual=true&tier=C')).as(OrderPage)
  const order = must(items[0], 'an open order')
  expect(await member.post(`/orders/${order.id}/claims`)).toMatchObject({ status: 201 })
})

test('a demo is filled at a time far ahead of the machine’s, too: its people sign in again when their week is over', async () => {
  const later = await freshDatabase()
  const until = new Date(Date.now() + 34 * 86_400_000)
  const seeded = await openApp(asApp(later.url), () => until)
  try {
    const opened = (clock: () => Date) => openApp(asApp(later.url), clock)
    await seedDemo({ open: opened, password: 'demo-password-1', log: seeded.deps.log, until })
    const county = await signedIn('county1', seeded)
    expect((await county.get('/libraries')).as(LibrariesView).tiers.length).toBe(3)
  } finally {
    await seeded.end()
    await later.drop()
  }
}, 120_000)
