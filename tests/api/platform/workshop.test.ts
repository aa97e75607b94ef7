import { Workshop, type WorkshopLimits } from '@dj/api/platform/workshop/workshop.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'

const module = new URL('../../support/odd-jobs.worker.ts', import.meta.url)

function aWorkshop(limits: Partial<WorkshopLimits> = {}) {
  const workshop = new Workshop(limits)
  onTestFinished(() => workshop.close())
  return { workshop, run: <Result>(input: string) => workshop.run<Result>({ module, input }) }
}

test('a job hands over its parts in order, then its result', async () => {
  const parts: string[] = []
  const job = { module, input: 'parts', onPart: (part: string) => void parts.push(part) }
  expect(await aWorkshop().workshop.run(job)).toBe('完')
  expect(parts).toEqual(['甲', '乙', '丙'])
})

test('a job takes its input piece by piece', async () => {
  async function* feed() {
    for (const number of [1, 2, 39]) yield number
  }
  expect(await aWorkshop().workshop.run({ module, input: 'sum', feed: feed() })).toBe(42)
})

test('a job without end is ended, and the event loop goes on meanwhile', async () => {
  const { run } = aWorkshop({ withinMs: 3_000 })
  const endless = run('endless')
  let turns = 0
  const clock = setInterval(() => (turns += 1), 10)
  await expect(endless).rejects.toMatchObject({ fault: 'too_long' })
  clearInterval(clock)
  expect(turns).toBeGreaterThan(10)
})

test('a job that wants too much memory is ended, and not the process', async () => {
  await expect(aWorkshop({ memoryMiB: 16 }).run('greedy')).rejects.toMatchObject({ fault: 'too_large' })
})

test('what a job throws is thrown', async () => {
  await expect(aWorkshop().run('faulty')).rejects.toThrow('没料到')
})

test('a job knows none of our secrets', async () => {
  expect(await aWorkshop().run('secrets')).toEqual([])
})

test('who comes when too many are waiting is sent away at once, the others have their turn', async () => {
  const { run } = aWorkshop({ waiting: 1 })
  const done = await Promise.allSettled([run('parts'), run('parts'), run('parts')])
  expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
  expect(done[2]).toMatchObject({ reason: { fault: 'full' } })
  expect(await run('parts')).toBe('完')
})

test('closing ends what is under way and tells those who wait to come again', async () => {
  const { workshop, run } = aWorkshop()
  const under = Promise.allSettled([run('endless'), run('parts')])
  await pause(200)
  await workshop.close()
  expect(await under).toMatchObject([
    { reason: { code: 'service.unavailable' } },
    { reason: { code: 'service.unavailable' } },
  ])
})
