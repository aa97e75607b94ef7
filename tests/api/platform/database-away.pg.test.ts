import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { newId } from '@dj/api/platform/deps.ts'
import { expect, vi } from 'vitest'
import { SECRET } from '../../support/open-app.ts'
import { startServer } from '../../support/server-process.ts'
import { severableProxy } from '../../support/severable-proxy.ts'
import { test } from '../../support/world.ts'

test('while the database is away everybody is asked to wait, and afterwards the server goes on by itself', async ({
  world,
}) => {
  const wire = await severableProxy(world.url)
  const server = await startServer({ DATABASE_URL: wire.url, DEMO: '0', AUTH_SECRET: SECRET, LOG_LEVEL: 'silent' })
  const { cookie } = await world.aMember()
  const ask = (path: string) => fetch(server.address + path, { headers: { cookie } })
  const stream = await ask('/api/v1/events/stream')
  expect((await ask('/api/v1/orders')).status).toBe(200)

  await wire.goAway()
  const refused = await ask('/api/v1/orders')
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2'])
  expect(await refused.json()).toMatchObject({ code: 'service.unavailable' })
  expect(await (await ask('/readyz')).json()).toEqual({ status: 'database_away' })
  expect((await ask('/healthz')).status).toBe(200)

  await wire.comeBack()
  await vi.waitFor(async () => expect((await ask('/api/v1/orders')).status).toBe(200), {
    timeout: 10_000,
    interval: 200,
  })
  expect((await ask('/readyz')).status).toBe(200)
  await hearsOf(
    stream,
    await world.deps.withTx(world.county.id, async (tx, at) => {
      const orderId = newId()
      await recordEvent(tx, { countyId: world.county.id, kind: 'order.edited', at, by: null, orderId })
      return orderId
    }),
  )
  expect((await server.end()).code).toBe(0)
  await wire.goAway()
})

/** The stream that was open all the while tells of what happened after. */
async function hearsOf(stream: Response, id: string): Promise<void> {
  const reader = stream.body?.getReader()
  let heard = ''
  while (!heard.includes(id)) {
    const chunk = await reader?.read()
    if (chunk?.done !== false) throw new Error(`the stream ended before it told of ${id}: ${heard}`)
    heard += new TextDecoder().decode(chunk.value)
  }
}
