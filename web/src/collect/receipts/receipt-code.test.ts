import { expect, test } from 'vitest'
import { readTypedCode } from './receipt-code.ts'

test.each([
  '330382-7KQM-X2WT',
  ' 330382 7kqm x2wt ',
  '3303827kqmx2wt',
  '３３０３８２－７ＫＱＭ－Ｘ２ＷＴ',
  '330382—7KQM–X2WT',
  '33O382-7KQM-X2WT',
  'https://xuqiu.example/receipt/330382-7KQM-X2WT',
])('%s is understood', (typed) => {
  expect(readTypedCode(typed)).toEqual({ code: '330382-7KQM-X2WT' })
})

test.each([
  ['', { wrong: 'empty', count: 0 }],
  ['330382-7KQM', { wrong: 'length', count: 10 }],
  ['33A382-7KQM-X2WT', { wrong: 'county', count: 14 }],
  ['330382-7KQM-X2W0', { wrong: 'letters', count: 14 }],
])('%j is refused with what is wrong', (typed, wrong) => {
  expect(readTypedCode(typed)).toEqual(wrong)
})
