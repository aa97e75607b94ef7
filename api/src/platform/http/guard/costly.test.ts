import { setImmediate as breathe } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Costly } from './costly.ts'
import { MustWait } from './must-wait.ts'

const clock = (at: { ms: number }) => () => new Date(at.ms)
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof MustWait ? error.retryAfterSeconds : error),
  )

test('of forty searches at once by one person two run, eight wait, the rest come back later; nobody else waits for them', async () => {
  const costly = new Costly()
  const now = clock({ ms: 0 })
  let [running, most] = [0, 0]
  const gate = Promise.withResolvers<void>()
  const search = async () => {
    most = Math.max(most, ++running)
    await gate.promise
    running -= 1
  }
  const flood = Array.from({ length: 40 }, () => outcome(costly.let('search', { person: 'a', now }, search)))
  await breathe()
  expect(running).toBe(2)
  expect(await outcome(costly.let('search', { person: 'b', now }, async () => 'at once'))).toBe('done')
  gate.resolve()
  const replies = await Promise.all(flood)
  expect([replies.filter((each) => each === 'done').length, replies.filter((each) => each === 2).length]).toEqual([
    10, 30,
  ])
  expect(most).toBe(2)
})

test('sixty records at once, then one each five seconds; what was refused is not counted', async () => {
  const costly = new Costly()
  const at = { ms: 0 }
  const now = clock(at)
  const record = (work: () => Promise<unknown>) => outcome(costly.let('record', { person: 'a', now }, work))
  for (let n = 0; n < 70; n += 1) expect(await record(() => Promise.reject(new Error('refused')))).toBeInstanceOf(Error)
  for (let n = 0; n < 60; n += 1) expect(await record(async () => n)).toBe('done')
  expect(await record(async () => 60)).toBe(5)
  at.ms = 5_000
  expect(await record(async () => 60)).toBe('done')
})
