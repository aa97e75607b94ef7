import { randomBytes } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import { administer, databaseUrl } from '../../support/database.ts'
import { startServer } from '../../support/server-process.ts'

test('a database whose owner is no superuser is enough: set-up, requests, jobs', async () => {
  const { adminUrl, prefix, ...server } = inject('postgres')
  const name = `${prefix}_owner_${randomBytes(4).toString('hex')}`
  await administer(adminUrl, async (sql) => {
    await sql.unsafe(`create role ${name} login password 'a long pass phrase' nosuperuser createrole`)
    await sql.unsafe(`grant dj_app to ${name}`)
    await sql.unsafe(`create database ${name} owner ${name}`)
  })
  const url = new URL(databaseUrl({ adminUrl, prefix, ...server }, name))
  url.username = name
  url.password = 'a long pass phrase'
  try {
    const { address, said, end } = await startServer({ DATABASE_URL: url.href, DEMO: '0' })
    expect(await (await fetch(`${address}/readyz`)).json()).toEqual({ status: 'ready' })
    expect((await fetch(`${address}/api/v1/orders`)).status).toBe(401)
    expect(said()).not.toMatch(/"level":[456]0/)
    expect((await end()).code).toBe(0)
  } finally {
    await administer(adminUrl, async (sql) => {
      await sql.unsafe(`drop database if exists ${name} with (force)`)
      await sql.unsafe(`drop role ${name}`)
    })
  }
})
