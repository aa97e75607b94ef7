import { expect } from 'vitest'
import { type Client, type Reply, test } from '../../support/world.ts'

const opinion = {
  body: '外卖骑手中午没地方热饭歇脚，希望驿站开放',
  category: 'care',
  requesterKind: 'worker',
  requesterName: '一名骑手',
}
const send = (client: Client, words: object = {}, key?: string) =>
  client.post('/counties/330382/needs', { ...opinion, ...words }, key === undefined ? {} : { key })
const times = (count: number) => Array.from({ length: count }, (_, i) => i)
const count = (replies: readonly Reply[], status: number) => replies.filter((reply) => reply.status === status).length
const waitOf = (reply: Reply) => Number(reply.headers.get('retry-after'))

test('six hundred refused posts close the open form to nobody', async ({ world }) => {
  for (const i of times(30)) {
    const flood = world.anonymous(`203.0.113.${i}`)
    const replies = await Promise.all(times(20).map(() => send(flood, { category: 'nonesuch' })))
    expect(count(replies, 201)).toBe(0)
  }
  expect((await send(world.anonymous('198.51.100.7'))).status).toBe(201)
})

test('what is refused does not use up what a stranger may send', async ({ world }) => {
  const stranger = world.anonymous('198.51.100.11')
  for (const _ of times(25)) expect((await send(stranger, { category: 'nonesuch' })).status).toBe(422)
  for (const _ of times(20)) expect((await send(stranger)).status).toBe(201)
  const full = await send(stranger)
  expect([full.status, full.code, waitOf(full)]).toEqual([429, 'rate_limited', 30])
  world.clock.advance({ seconds: 30 })
  expect((await send(stranger)).status).toBe(201)
})

test('of forty posts sent at once from one address twenty are taken', async ({ world }) => {
  const stranger = world.anonymous('198.51.100.12')
  expect(count(await Promise.all(times(40).map(() => send(stranger))), 201)).toBe(20)
})

test('the same post sent again is answered from what is stored, however often', async ({ world }) => {
  const stranger = world.anonymous('198.51.100.13')
  const replies = []
  for (const _ of times(30)) replies.push(await send(stranger, {}, 'one-open-click'))
  expect(count(replies, 201)).toBe(30)
})

test('refused posts without end wait for seconds, from that address alone', async ({ world }) => {
  const flood = world.anonymous('203.0.114.9')
  const replies = []
  for (const _ of times(70)) replies.push(await send(flood, { category: 'nonesuch' }))
  expect([count(replies, 422), count(replies, 429)]).toEqual([60, 10])
  expect(Math.max(...replies.map(waitOf))).toBeLessThanOrEqual(5)
  expect((await send(world.anonymous('198.51.100.31'))).status).toBe(201)
  expect((await send(flood)).status).toBe(201) // nor does it stop from there what can be taken
})

test('a flood from many addresses at once delays a stranger and does not refuse them', async ({ world }) => {
  const flood = times(400).map((i) => send(world.anonymous(`203.1.${i % 100}.9`), { category: 'nonesuch' }))
  const stranger = send(world.anonymous('198.51.100.30'))
  const replies = await Promise.all(flood)
  expect((await stranger).status).toBe(201)
  expect(Math.max(...replies.map(waitOf))).toBeLessThanOrEqual(5)
})
