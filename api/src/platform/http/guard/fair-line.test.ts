import { setImmediate as soon } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { FairLine } from './fair-line.ts'

const line = (options: Partial<ConstructorParameters<typeof FairLine>[0]> = {}) =>
  new FairLine({ atOnce: 2, perKey: 50, together: 100, code: 'rate_limited', ...options })
const times = (count: number) => Array.from({ length: count }, (_, i) => i)

test('one key’s flood delays another key by one of its own', async () => {
  const served: string[] = []
  const fair = line()
  const come = (key: string) => fair.serve(key, async () => (await soon(), void served.push(key)))
  await Promise.all([...times(40).map(() => come('flood')), come('stranger')])
  expect(served).toHaveLength(41)
  expect(served.indexOf('stranger')).toBeLessThanOrEqual(4)
})

test('never more at once than there is room, also when what is done fails', async () => {
  let [inside, most] = [0, 0]
  const fair = line()
  const work = async (n: number) => {
    inside += 1
    most = Math.max(most, inside)
    await soon()
    inside -= 1
    if (n % 3 === 0) throw new Error('no')
  }
  await Promise.allSettled(times(30).map((n) => fair.serve(`${n % 4}`, () => work(n))))
  expect([inside, most]).toEqual([0, 2])
  await expect(fair.serve('after', async () => 'served')).resolves.toBe('served')
})

test('when too many wait, the longest line gives way and not the newcomer', async () => {
  const fair = line({ atOnce: 1, together: 10 })
  const flood = times(30).map(() => fair.serve('flood', soon))
  const others = times(5).map((n) => fair.serve(`stranger ${n}`, soon))
  const ends = await Promise.allSettled(flood)
  expect(ends.filter(({ status }) => status === 'rejected').length).toBeGreaterThanOrEqual(19)
  await expect(Promise.all(others)).resolves.toHaveLength(5)
})

test('one key may not wait without end', async () => {
  const fair = line({ atOnce: 1, perKey: 3 })
  const ends = await Promise.allSettled(times(10).map(() => fair.serve('flood', soon)))
  expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(6)
})
