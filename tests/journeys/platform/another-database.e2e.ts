import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '@dj/db/embedded.ts'
import postgres from 'postgres'
import { expect } from 'vitest'
import { axeClean } from '../../support/browser.ts'
import { test } from '../../support/browser-test.ts'
import { PASSWORD } from '../../support/house.ts'
import { startServer } from '../../support/server-process.ts'
import { signIn } from '../../support/steps.ts'

test('on a PostgreSQL of somebody else, with an owner that is no superuser, a member signs in and claims', async ({
  arrive,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'dj-journey-'))
  const cluster = await startEmbedded({ dataDir: join(folder, 'theirs'), fast: true })
  try {
    const DATABASE_URL = await ownedDatabase(cluster.url)
    const env = { DATABASE_URL, DATA_DIR: join(folder, 'ours'), DEMO: '1', DEMO_PASSWORD: PASSWORD, API_ONLY: '0' }
    const server = await startServer(env)
    try {
      const { page } = await arrive({ baseUrl: server.address, size: 'phone' })
      await signIn(page, 'member4')
      await page.goto('/orders?q=%E7%94%B5%E5%B7%A5%E9%AB%98%E7%BA%A7')
      await page
        .getByRole('link', { name: /电工高级证/ })
        .first()
        .click()
      await page.getByRole('button', { name: '认领', exact: true }).last().click()
      await page.getByRole('button', { name: '确认认领' }).click()
      await page
        .getByText(/已认领/)
        .first()
        .waitFor()
      await axeClean(page)
      await page.context().close() // its stream must not outlive the server
    } finally {
      expect((await server.end()).code).toBe(0)
    }
  } finally {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
})

/** As an office's database administrator would set it up: a role that may create roles, and a database it owns. */
async function ownedDatabase(adminUrl: string): Promise<string> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined })
  await sql.unsafe(`create role office login createrole nosuperuser password 'a long pass phrase'`)
  await sql.unsafe('create database demand_library owner office')
  await sql.end()
  const url = new URL(adminUrl)
  url.username = 'office'
  url.password = 'a long pass phrase'
  url.pathname = '/demand_library'
  return url.href
}
