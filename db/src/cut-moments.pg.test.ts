import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { type Cut, cuttingProxy } from '../../tests/support/cutting-proxy.ts'
import { COUNTY, test } from '../../tests/support/ledger.ts'
import { connect } from './connect.ts'
import { Slot } from './lanes/slot.ts'
import { isConnectionLoss } from './postgres-error.ts'
import { CommitUnknown } from './transaction-errors.ts'
import { createLanes } from './with-tx.ts'

/** What is not answered by then is not answered: nothing here takes a tenth of it, and giving up a silent server takes 35 s. */
const UNANSWERED_MS = 10_000

/** Asks so many times over one connection, and again over the next when it is lost. */
type Asking = (url: string, times: number) => Promise<string[]>

const answer = (asked: PromiseLike<unknown>): Promise<string> =>
  Promise.race([
    Promise.resolve(asked).then(
      () => 'answered',
      (error: unknown) => (isConnectionLoss(error) || error instanceof CommitUnknown ? 'refused' : String(error)),
    ),
    pause(UNANSWERED_MS, 'no answer', { ref: false }),
  ])

async function inTurn(times: number, ask: () => PromiseLike<unknown>): Promise<string[]> {
  const answers: string[] = []
  for (let turn = 0; turn < times; turn += 1) answers.push(await answer(ask()))
  return answers
}

const reads: Asking = async (url, times) => {
  const pool = connect(url, { max: 1 })
  const answers = await inTurn(times, () => pool.db.execute(sql`select ${'乐清'}::text`))
  await pool.end(0)
  return answers
}

const transactions: Asking = async (url, times) => {
  const lanes = createLanes(url, { size: 1 })
  const answers = await inTurn(times, () => lanes.withTx(COUNTY, (tx) => tx.execute(sql`select ${'乐清'}::text`)))
  await lanes.end(0)
  return answers
}

const atOnce: Asking = async (url, times) => {
  const slot = new Slot(url, {})
  const ask = () => answer(slot.lane.ask({ text: 'select $1::text', parameters: ['乐清'] }))
  const answers = await Promise.all(Array.from({ length: 4 }, ask))
  answers.push(...(await inTurn(times - 1, () => slot.lane.ask({ text: 'select 1' }))))
  slot.present.lose(new Error('enough asked'))
  return answers
}

/** Every boundary between two chunks that went by, and the middle of every chunk. */
async function everyMoment(url: string, ask: Asking): Promise<Cut[]> {
  const proxy = await cuttingProxy(url)
  await ask(proxy.url, 2)
  await proxy.end()
  return (['answers', 'questions'] as const).flatMap((of) => {
    let sum = 0
    const around = proxy[of].flatMap(({ length }) => [sum, sum + (length >> 1), (sum += length)])
    return [...new Set(around)].flatMap((after): Cut[] => [
      { after, of, by: 'FIN' },
      { after, of, by: 'RST' },
    ])
  })
}

/** What is wrong: an answer that never came, an error that is no loss, a refusal long after the cut. */
async function cutAtEveryMoment(url: string, ask: Asking): Promise<{ wrong: string[]; refused: number }> {
  const moments = await everyMoment(url, ask)
  const found = { wrong: [] as string[], refused: 0 }
  const line = async () => {
    for (let cut = moments.pop(); cut; cut = moments.pop()) {
      const proxy = await cuttingProxy(url, cut)
      const answers = await ask(proxy.url, 4)
      await proxy.end()
      if (answers.includes('refused')) found.refused += 1
      const asItShould =
        answers.every((each) => ['answered', 'refused'].includes(each)) && answers.at(-1) === 'answered'
      if (!asItShould) found.wrong.push(`${cut.by} after ${cut.after} of ${cut.of}: ${answers.join(', ')}`)
    }
  }
  await Promise.all(Array.from({ length: 16 }, line))
  return found
}

describe.for([
  ['a read and those after it', reads],
  ['a transaction and those after it', transactions],
  ['statements sent at once and those after them', atOnce],
] as const)('%s', ([, ask]) => {
  test('are answered wherever the wire is cut, politely or not', async ({ ledger }) => {
    const { wrong, refused } = await cutAtEveryMoment(ledger.url, ask)
    expect(wrong).toEqual([])
    expect(refused).toBeGreaterThan(30)
  })
})
