import { screen, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { renderApp } from '../../main/mocks/render-app.tsx'
import { startWorld } from '../../main/mocks/server.ts'
import type { World } from '../../main/mocks/world.ts'

let world: World
beforeEach(() => {
  world = startWorld()
  world.me = world.accounts['secadmin1']
})

async function openSheet() {
  const { user } = renderApp('/grants')
  await user.click(await screen.findByRole('button', { name: '授予职务' }))
  return { user, sheet: within(await screen.findByRole('dialog')) }
}

test('nobody gives a role to themselves: the form says so before anything is sent', async () => {
  const { user, sheet } = await openSheet()
  await user.type(sheet.getByLabelText('授予谁'), '安全管理员')
  await user.click(await sheet.findByRole('button', { name: /secadmin1/ }))
  const give = sheet.getByRole('button', { name: '授予职务', description: '不能给自己授权。' })
  const before = world.office.grants.length
  await user.click(give)
  expect(world.office.grants).toHaveLength(before)
})

test('a role is given where it fits, and listed at once', async () => {
  const { user, sheet } = await openSheet()
  await user.type(sheet.getByLabelText('授予谁'), '红帆 07')
  await user.click(await sheet.findByRole('button', { name: /member1/ }))
  await user.selectOptions(sheet.getByLabelText('职务'), '书记')
  expect(within(await sheet.findByRole('list', { name: '在哪里：可选' })).queryByText('柳市镇')).toBeNull()
  await user.click(sheet.getByRole('button', { name: /^断路器企业联合党支部/ }))
  await user.click(sheet.getByRole('button', { name: '授予职务' }))
  const table = await screen.findByRole('table', { name: '授权管理' })
  expect(await within(table).findByText('断路器企业联合党支部')).toBeDefined()
})

test('the last one responsible cannot go without a successor, and the reason typed is kept', async () => {
  const { user } = renderApp('/grants')
  await user.click(await screen.findByRole('button', { name: '终止陈书记的书记职务' }))
  const sheet = within(await screen.findByRole('dialog'))
  await user.type(sheet.getByLabelText('终止原因'), '调离')
  await user.click(sheet.getByRole('button', { name: '终止' }))
  expect(await sheet.findByText('该组织的最后一名负责人须先明确接任人。')).toBeDefined()
  expect(sheet.getByLabelText('终止原因')).toHaveProperty('value', '调离')
})
