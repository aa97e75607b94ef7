import { expect, test } from 'vitest'
import { TooBusy } from '../transaction-errors.ts'
import { WaitingLine } from './waiting-line.ts'

const options = { queueLimit: 10, waitMs: 60_000 }

test('each thing has one holder at a time, in the order of asking', async () => {
  const line = new WaitingLine(['only'], options)
  const served: string[] = []
  const first = await line.take()
  const others = ['b', 'c', 'd'].map(async (name) => {
    const thing = await line.take()
    served.push(name)
    line.giveBack(thing)
  })
  line.giveBack(first)
  await Promise.all(others)
  expect(served).toEqual(['b', 'c', 'd'])
})

test('a newcomer does not overtake those who wait', async () => {
  const line = new WaitingLine(['only'], options)
  const thing = await line.take()
  const waiting = line.take()
  line.giveBack(thing)
  const newcomer = line.take()
  line.giveBack(await waiting)
  expect(await newcomer).toBe('only')
})

test('one who waited too long leaves the line, and the next is served', async () => {
  const line = new WaitingLine(['only'], { ...options, waitMs: 1 })
  const thing = await line.take()
  await expect(line.take()).rejects.toBeInstanceOf(TooBusy)
  const next = line.take()
  line.giveBack(thing)
  expect(await next).toBe('only')
})

test('closing refuses everyone and waits for what is out', async () => {
  const line = new WaitingLine(['a', 'b'], options)
  const out = await line.take()
  let closed = false
  const closing = line.close(new Error('closed')).then(() => (closed = true))
  await expect(line.take()).rejects.toThrow('closed')
  expect(closed).toBe(false)
  line.giveBack(out)
  await closing
})
