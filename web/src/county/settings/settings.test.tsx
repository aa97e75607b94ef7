import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { must } from '@dj/shared/platform/assert.ts'
import { defaultSettings } from '@dj/shared/county/settings/settings.schema.ts'
import { renderApp } from '../../main/mocks/render-app.tsx'
import { startWorld } from '../../main/mocks/server.ts'
import type { World } from '../../main/mocks/world.ts'
import { toNumbers, toSettings } from './fields/fields.ts'

let world: World
beforeEach(() => {
  world = startWorld()
  world.me = world.accounts['county1']
})

const term = () => screen.findByLabelText('认领后的办理期限')

test('a wrong number is pointed out at its field, and everything typed stays', async () => {
  const { user } = renderApp('/settings')
  await user.clear(await term())
  await user.type(await term(), '900')
  await user.type(screen.getByLabelText('修改说明'), '试行')
  await user.click(screen.getByRole('button', { name: '保存为第 4 版' }))
  expect(await screen.findByText('不能大于 365。')).toBeDefined()
  await waitFor(async () => expect(document.activeElement).toBe(await term()))
  expect(await term()).toHaveProperty('value', '900')
  expect(screen.getByLabelText('修改说明')).toHaveProperty('value', '试行')
  expect(world.office.settings.version).toBe(3)
})

test('a change without a note is not saved', async () => {
  const { user } = renderApp('/settings')
  await user.type(await term(), '0')
  await user.click(screen.getByRole('button', { name: '保存为第 4 版' }))
  expect(await screen.findByText('此项必填。')).toBeDefined()
  expect(world.office.settings.version).toBe(3)
})

test('a change with a note is the next version, and the rest is untouched', async () => {
  const { user } = renderApp('/settings')
  await user.clear(await term())
  await user.type(await term(), '45')
  expect(screen.getByText('认领后的办理期限：30 → 45 天')).toBeDefined()
  await user.type(screen.getByLabelText('修改说明'), '联席会议议定')
  await user.click(screen.getByRole('button', { name: '保存为第 4 版' }))
  expect(await screen.findByText('现行第 4 版')).toBeDefined()
  expect(world.market.settings).toEqual({ ...defaultSettings, claim: { ...defaultSettings.claim, termDays: 45 } })
})

test('a standing plan asks for two holders and a source', async () => {
  const { user } = renderApp('/settings')
  await user.click(await screen.findByLabelText('每季度自动开启'))
  await user.type(screen.getByLabelText('修改说明'), '按季自动')
  await user.click(screen.getByRole('button', { name: '保存为第 4 版' }))
  for (const label of ['种子保管人 1', '种子保管人 2', '公共随机值'])
    await waitFor(() => expect(screen.getByLabelText(label).getAttribute('aria-invalid')).toBe('true'))
})

test('a standing plan is kept with the next version', async () => {
  const { user } = renderApp('/settings')
  await user.click(await screen.findByLabelText('每季度自动开启'))
  await user.type(screen.getByLabelText('修改说明'), '按季自动')
  for (const n of [1, 2]) {
    await user.type(screen.getByLabelText(`种子保管人 ${n}`), '红')
    const choices = await screen.findByRole('list', { name: new RegExp(`种子保管人 ${n}`) })
    await user.click(must(within(choices).getAllByRole('button')[n - 1], 'a person'))
  }
  await user.type(screen.getByLabelText('公共随机值'), '公布当日双色球开奖号码')
  await user.type(screen.getByLabelText('随机值记法'), '####')
  await user.click(screen.getByRole('button', { name: '保存为第 4 版' }))
  expect(await screen.findByText('现行第 4 版')).toBeDefined()
  const days = { openOnWorkingDay: 5, publicValueAfterDays: 10, dueAfterDays: 60 }
  expect(world.market.settings.round).toMatchObject({
    rate: 0.2,
    plan: { publicValueSource: '公布当日双色球开奖号码', publicValueNotation: '####', ...days },
  })
  expect(new Set(world.market.settings.round.plan?.seedHolderIds).size).toBe(2)
})

test('those who may not change the settings read them', async () => {
  world.me = world.accounts['member1']
  renderApp('/settings')
  expect(await screen.findByText('认领后的办理期限')).toBeDefined()
  expect(screen.queryByRole('textbox')).toBeNull()
})

test('shares that are no whole percent survive being looked at', () => {
  expect(toSettings(defaultSettings, toNumbers(defaultSettings))).toEqual(defaultSettings)
})

test('a line of a list that is too short is pointed out at the list, with its number', async () => {
  const { user } = renderApp('/settings')
  const issuers = await screen.findByLabelText(/^发文机关/)
  await user.type(issuers, '中共乐清市委组织部{Enter}委')
  await user.type(screen.getByLabelText('修改说明'), '试行')
  await user.click(screen.getByRole('button', { name: '保存为第 4 版' }))
  expect(await screen.findByText('第 2 行：至少 2 个字。')).toBeDefined()
  await waitFor(() => expect(issuers.getAttribute('aria-invalid')).toBe('true'))
  await user.type(issuers, '组织部')
  expect(issuers.getAttribute('aria-invalid')).toBeNull()
})
