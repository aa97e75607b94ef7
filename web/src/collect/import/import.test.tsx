import { screen, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { renderApp } from '../../main/mocks/render-app.tsx'
import { startWorld } from '../../main/mocks/server.ts'

beforeEach(() => {
  const world = startWorld()
  world.me = world.accounts['county1']
})

async function choose(name: string) {
  const app = renderApp('/needs/import')
  await app.user.upload(await screen.findByLabelText(/选择或拖入/), new File(['x'], name))
  return app
}

test('the trial shows the issues of each row, where they stand and what to do', async () => {
  await choose('needs.xlsx')
  const row = (await screen.findByText('希望办一个暑期托管班。')).closest('tr')
  const words = within(row ?? document.body)
  expect(words.getByText('第6行')).toBeDefined()
  expect(words.getByText('I 征集日期').parentElement?.textContent).toContain('“2026.11.31” 没有这一天。请改正日期。')
  expect(words.getByText('不能导入')).toBeDefined()
})

test('rows can be looked at by what is wrong with them', async () => {
  const { user } = await choose('needs.xlsx')
  await user.click(await screen.findByRole('button', { name: /^不能导入 2/ }))
  expect(screen.queryByText('希望办一个暑期托管班。')).not.toBeNull()
  expect(screen.queryByText('十几家模具厂都用同款钢材，希望联合采购。')).toBeNull()
})

test('a probable duplicate is decided side by side, then all is brought in', async () => {
  const { user } = await choose('needs.xlsx')
  await user.click(await screen.findByRole('radio', { name: '合并办理' }))
  expect(screen.getByRole('radio', { name: '合并办理' })).toHaveProperty('checked', true)
  await user.click(screen.getByRole('button', { name: '导入2条需求' }))
  expect(await screen.findByRole('heading', { name: '“needs.xlsx”已导入' })).toBeDefined()
  expect(screen.getByRole('heading', { name: '还有2行没有导入' })).toBeDefined()
})

test('an encrypted file gets one clear sentence, and another can be chosen', async () => {
  await choose('encrypted.xlsx')
  expect((await screen.findByRole('alert')).textContent).toContain('文件已加密，请取消密码保护后再上传。')
  expect(screen.getByText('encrypted.xlsx')).toBeDefined()
})

test('the trial accounts for every row of the file: a sum, and each row by its number', async () => {
  const { user } = await choose('needs.xlsx')
  expect(await screen.findByText('共 5 行 = 新建 2 + 不能导入 2 + 以前已导入 1 + 表内重复 0，一行不少。')).toBeDefined()
  await user.click(screen.getByText('每一行的去向（按行号）'))
  expect(screen.getByText('柳市镇：第 4-5 行')).toBeDefined()
  expect(screen.getByText('虹桥镇：第 7 行')).toBeDefined()
  const notes = within(screen.getByRole('list', { name: '关于工作表的提醒' })).getAllByRole('listitem')
  expect(notes.map(({ textContent }) => textContent)).toEqual([
    '柳市镇 第10行的合计写5条，它上面实有3条。请核对是否漏行。',
    '柳市镇 没有读的列（看不出是什么）：M 分管领导、N 办结情况',
  ])
  expect(screen.getByText('合计行，不是需求').nextElementSibling?.textContent).toBe('柳市镇：第 10 行')
})
