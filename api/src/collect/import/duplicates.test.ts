import { duplicateThreshold } from '@dj/shared/county/settings/duplicate-threshold.ts'
import { expect, test } from 'vitest'
import { findDuplicates, type Utterance } from './duplicates.ts'

const said = (body: string, more: Partial<Utterance> = {}): Utterance => ({
  town: '柳市镇',
  category: 'rights',
  body,
  asks: true,
  ...more,
})
const wages = '加班工资算法看不懂，想请律师来讲一次劳动合同'
const wagesAgain = '对加班工资计算有疑问，想请律师讲一次劳动合同'
const found = async (...all: Utterance[]) =>
  [...(await findDuplicates(all, duplicateThreshold))].map(([index, { of }]) => [index, of])

test('the later of two alike points to the earlier, in its own town only', async () => {
  expect(await found(said(wages), said('想办篮球联赛'), said(wagesAgain))).toEqual([[2, 0]])
  expect(await found(said(wages), said(wagesAgain, { town: '虹桥镇' }))).toEqual([])
})

test('of several the most alike is named; a stored need is compared with, and asks nothing itself', async () => {
  const stored = said(wages, { asks: false })
  expect(await found(stored, said('想请律师来讲一次劳动合同和工时'), said(wages))).toEqual([
    [1, 0],
    [2, 0],
  ])
  expect(await found(said(wages, { asks: false }), said(wages, { asks: false }))).toEqual([])
})

test('among thousands of the same town the one alike is still found', async () => {
  const crowd = Array.from({ length: 5_000 }, (_, n) => said(`希望协调第${n}号厂房门口道路破损，货车颠簸${n * 7}次`))
  const all = await findDuplicates([said(wages), ...crowd, said(wagesAgain)], duplicateThreshold)
  expect(all.get(crowd.length + 1)?.of).toBe(0)
})
