import { expect, test } from 'vitest'
import { Alias } from './alias.ts'

test.for([
  '组织部甲',
  '組織部',
  '乐清县委',
  '县 委',
  '组·织·部',
  '柳市镇党委',
  '两新工委',
  '公安',
  '县政府办公室',
  'ＡＢ法院',
])('%s is no alias: it looks like an office', (alias) => {
  expect(Alias.safeParse(alias).success).toBe(false)
})
test.for(['向阳', '柳市书记', '县组织员老陈', '审计管理员', '检查员甲', '热线员', '小林'])('%s is one', (alias) => {
  expect(Alias.safeParse(alias).success).toBe(true)
})
