import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '@dj/db/embedded.ts'
import { migrate } from '@dj/db/migrate.ts'
import type { TestProject } from 'vitest/node'
import { clearAbandonedServers, SERVER_FOLDER } from './abandoned-servers.ts'
import { administer, databaseUrl, type TestPostgres } from './database.ts'

/** Before the first test: a server of this run's own (or the one in DATABASE_URL) with a migrated template database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer()
  const prefix = `dj_test_${randomBytes(5).toString('hex')}`
  const postgres: TestPostgres = { adminUrl: server.url, prefix, template: `${prefix}_template` }
  const teardown = async () => {
    await dropDatabases(postgres)
    await server.stop()
  }
  await makeTemplate(postgres).catch(async (error: unknown) => {
    await teardown()
    throw error
  })
  project.provide('postgres', postgres)
  return teardown
}

async function makeTemplate(postgres: TestPostgres): Promise<void> {
  await administer(postgres.adminUrl, (sql) => sql`create database ${sql(postgres.template)}`)
  await migrate(databaseUrl(postgres, postgres.template))
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

async function dropDatabases({ adminUrl, prefix }: TestPostgres): Promise<void> {
  await administer(adminUrl, async (sql) => {
    const left = await sql<
      { name: string }[]
    >`select datname as name from pg_database where starts_with(datname, ${prefix})`
    for (const { name } of left) await sql`drop database if exists ${sql(name)} with (force)`
  })
}
