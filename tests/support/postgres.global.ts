import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { makeLogin, withLogin } from '@dj/db/app-login.ts'
import { startEmbedded } from '@dj/db/embedded.ts'
import { migrate } from '@dj/db/migrate.ts'
import type { TestProject } from 'vitest/node'
import { clearAbandonedServers, SERVER_FOLDER } from './abandoned-servers.ts'
import { administer, copyDatabase, databaseUrl, type TestPostgres } from './database.ts'
import type { County } from './places.ts'
import { letTimeBePlayed } from './played-time.ts'

/** Before the first test: a server of this run's own (or the one in DATABASE_URL) with a migrated template database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer()
  const prefix = `dj_test_${randomBytes(5).toString('hex')}`
  const app = { name: `${prefix}_app`, password: randomBytes(18).toString('base64url') }
  const photos = await mkdtemp(join(tmpdir(), `${prefix}-photos-`))
  const place: Place = { adminUrl: server.url, prefix, app, template: `${prefix}_template`, photos }
  const teardown = async () => {
    await rm(photos, { recursive: true, force: true })
    await dropDatabases(place)
    await server.stop()
  }
  try {
    await makeTemplate(place)
    project.provide('postgres', { ...place, countyTemplate: await makeCountyTemplate(place) })
  } catch (error) {
    await teardown()
    throw error
  }
  return teardown
}

type Place = Omit<TestPostgres, 'countyTemplate'>

async function makeTemplate(place: Place): Promise<void> {
  await administer(place.adminUrl, (sql) => sql`create database ${sql(place.template)}`)
  await migrate(databaseUrl(place, place.template))
  await letTimeBePlayed(databaseUrl(place, place.template))
  const { name, password } = place.app
  await administer(place.adminUrl, (sql) => makeLogin((text) => sql.unsafe(text), name, password))
}

async function makeCountyTemplate(place: Place): Promise<{ name: string; county: County }> {
  const name = `${place.prefix}_county`
  await administer(place.adminUrl, (sql) => copyDatabase(sql, name, place.template))
  // The program itself runs outside the test runner, whose modules know no `import.meta.resolve`.
  const builder = new Worker(new URL('./county-builder.worker.ts', import.meta.url), {
    workerData: withLogin(databaseUrl(place, name), place.app.name, place.app.password),
  })
  const county: County = (await once(builder, 'message'))[0]
  return { name, county }
}

async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env['DATABASE_URL']
  if (given) return { url: given, stop: async () => undefined }
  await clearAbandonedServers()
  const dataDir = await mkdtemp(join(tmpdir(), SERVER_FOLDER))
  const { url, stop } = await startEmbedded({ dataDir, fast: true })
  return {
    url,
    stop: async () => {
      await stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function dropDatabases({ adminUrl, prefix, app }: Place): Promise<void> {
  await administer(adminUrl, async (sql) => {
    const left = await sql<
      { name: string }[]
    >`select datname as name from pg_database where starts_with(datname, ${prefix})`
    for (const { name } of left) await sql`drop database if exists ${sql(name)} with (force)`
    await sql`drop role if exists ${sql(app.name)}`
  })
}
