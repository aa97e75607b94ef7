import { expect, test } from 'vitest'
import { Reason } from './reason.ts'

test.for(['aaaa', '1111', '。。。。。', '1212 1212', 'AaAa', '哈哈哈哈', '.a.b.'])('%s is no reason', (words) => {
  expect(Reason.safeParse(words).success).toBe(false)
})
test.for(['电话回访进展', '约上门时间', '回访1次'])('%s is one', (words) => {
  expect(Reason.safeParse(words).success).toBe(true)
})
