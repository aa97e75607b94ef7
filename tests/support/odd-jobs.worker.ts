import { done, handOver, jobInput, pieces } from '@dj/api/platform/workshop/at-work.ts'

/** Jobs as a workshop must bear them. */
const jobs: Record<string, () => unknown> = {
  parts: async () => {
    for (const part of ['甲', '乙', '丙']) await handOver(part)
    return '完'
  },
  sum: async () => {
    let sum = 0
    for await (const piece of pieces<number>()) sum += piece
    return sum
  },
  endless: () => {
    for (;;) Math.sqrt(2)
  },
  greedy: () => {
    const kept: number[][] = []
    for (;;) kept.push(Array.from({ length: 10_000 }, (_, n) => n))
  },
  faulty: () => {
    throw new TypeError('没料到')
  },
  secrets: () => Object.keys(process.env),
}

done(await jobs[jobInput<string>()]?.())
