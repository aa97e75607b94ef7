import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { needTable } from '@dj/db/tables/collect/need.table.ts'
import { expect } from 'vitest'
import { SECRET } from '../../support/open-app.ts'
import { startServer } from '../../support/server-process.ts'
import { test, type Person } from '../../support/world.ts'

const PEOPLE = 16

interface Tally {
  answered: number
  raised: number
  failures: string[]
}

test('SIGTERM under load: everything that was sent is answered, then the server is gone', async ({ world }) => {
  const server = await startServer({ DATABASE_URL: world.url, DEMO: '0', AUTH_SECRET: SECRET })
  const people = await Promise.all(Array.from({ length: PEOPLE }, () => world.aMember()))
  const tally: Tally = { answered: 0, raised: 0, failures: [] }
  const streaming = fetch(`${server.address}/api/v1/events/stream`, { headers: { cookie: people[0]?.cookie ?? '' } })
  const atWork = people.map((person) => keepAsking(server.address, person, tally))
  // Until there is load, however slow the machine.
  while (tally.answered <= PEOPLE && tally.failures.length === 0) await pause(100)
  const answeredBefore = tally.answered
  const { code, ms } = await server.end()
  await Promise.all(atWork)
  expect(tally.failures).toEqual([])
  expect(code).toBe(0)
  expect(ms).toBeLessThan(15_000)
  expect(answeredBefore).toBeGreaterThan(PEOPLE)
  expect(await world.deps.db.$count(needTable)).toBe(tally.raised)
  expect((await (await streaming).text()).startsWith('retry:')).toBe(true) // the stream was ended, not cut
})

/** Asks and raises needs, one after the other, until nobody takes the connection any more. */
async function keepAsking(address: string, person: Person, tally: Tally): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  for (let turn = 0; ; turn += 1) {
    const raises = turn % 4 === 3
    const outcome = await (raises ? raise : read)(address, person, agent).catch((error: unknown) => error)
    if (outcome instanceof Error && 'code' in outcome && outcome.code === 'ECONNREFUSED') return
    if (outcome !== (raises ? 201 : 200)) tally.failures.push(String(outcome))
    else tally.answered += 1
    if (outcome === 201) tally.raised += 1
    if (tally.failures.length > 0) return
  }
}

const read = (address: string, { cookie }: Person, agent: Agent) =>
  send(`${address}/api/v1/orders?limit=5`, { agent, headers: { cookie } })

const raise = (address: string, { cookie }: Person, agent: Agent) => {
  const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() }
  return send(
    `${address}/api/v1/needs`,
    { agent, method: 'POST', headers },
    { body: '希望开设夜校', category: 'skills' },
  )
}

function send(url: string, options: Parameters<typeof request>[1], body?: object): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (reply) => {
      reply.resume()
      reply.once('end', () => resolve(reply.statusCode))
      reply.once('error', reject)
    })
    sent.once('error', reject)
    sent.end(body && JSON.stringify(body))
  })
}
