import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { migrate } from '@dj/db/migrate.ts'
import { sqlStateOf } from '@dj/db/postgres-error.ts'
import { createLanes } from '@dj/db/with-tx.ts'
import { randomBytes } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import { administer, asApp, databaseUrl } from '../../support/database.ts'

const county = '330382'
const HOUR_MS = 60 * 60_000

/** A database as it is installed: its time is not played. */
async function installed(work: (url: string) => Promise<void>): Promise<void> {
  const server = inject('postgres')
  const name = `${server.prefix}_times_${randomBytes(4).toString('hex')}`
  await administer(server.adminUrl, (sql) => sql.unsafe(`create database ${name}`))
  const url = databaseUrl(server, name)
  try {
    await migrate(url)
    await administer(
      url,
      (owner) => owner`insert into county (county_id, name, created_at) values (${county}, '乐清市', now())`,
    )
    await work(url)
  } finally {
    await administer(server.adminUrl, (sql) => sql.unsafe(`drop database ${name} with (force)`))
  }
}

/** The SQLSTATE with which an event so long away from now is refused, or null. */
async function eventAway(url: string, ms: number): Promise<string | null | undefined> {
  const { withTx, end } = createLanes(asApp(url), { size: 1, role: 'dj_app' })
  try {
    return await withTx(county, (tx, at) =>
      recordEvent(tx, {
        countyId: county,
        kind: 'settings.changed',
        at: new Date(at.getTime() + ms),
        by: null,
      }),
    ).then(
      () => null,
      (error: unknown) => sqlStateOf(error),
    )
  } finally {
    await end()
  }
}

test('the app records what happens now, and nothing that would have happened then', async () => {
  await installed(async (url) => {
    expect(await eventAway(url, 0)).toBeNull()
    expect(await eventAway(url, -HOUR_MS)).toBe('42501')
    expect(await eventAway(url, HOUR_MS)).toBe('42501')
  })
})

test('a demo has a past of its own, and no county becomes a demo by the app', async () => {
  await installed(async (url) => {
    const { withTx, end } = createLanes(asApp(url), { size: 1, role: 'dj_app' })
    const forged = withTx(county, (tx) => tx.execute('update county set demo = true'))
    expect(sqlStateOf(await forged.catch((error: unknown) => error))).toBe('42501')
    await end()
    await administer(url, (owner) => owner`update county set demo = true`)
    expect(await eventAway(url, -24 * HOUR_MS)).toBeNull()
  })
})
