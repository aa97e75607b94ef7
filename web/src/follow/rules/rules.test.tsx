import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { must } from '@dj/shared/platform/assert.ts'
import { defaultSettings } from '@dj/shared/county/settings/settings.schema.ts'
import { renderApp } from '../../main/mocks/render-app.tsx'
import { startWorld } from '../../main/mocks/server.ts'
import type { World } from '../../main/mocks/world.ts'
import { toNumbers } from '../../county/settings/fields/fields.ts'
import { numbersOf, rulesOf, searchOf } from '../../county/settings/rule-fields.ts'

let world: World
beforeEach(() => {
  world = startWorld()
  world.me = world.accounts['county1']
})

const below = '满意率的可信上限低于多少，算“评价差”'
const least = '至少多少人评价，才显示平均分、判断“评价差”'

test('a changed threshold shows whom it newly touches and why, and nothing is saved', async () => {
  const { user } = renderApp('/rules')
  expect(await screen.findByText('两套规则都不涉及任何项目')).toBeDefined()
  await user.clear(screen.getByLabelText(below))
  await user.type(screen.getByLabelText(below), '90')
  await user.clear(screen.getByLabelText(least))
  await user.type(screen.getByLabelText(least), '3')
  await user.click(screen.getByRole('button', { name: '试算' }))
  expect(await screen.findByRole('heading', { name: '新涉及（1 条）' })).toBeDefined()
  expect(screen.getByText('3 人评价，1 人满意（33.3%），可信上限 79.2%')).toBeDefined()
  expect(screen.getByText('现行第 3 版：不涉及')).toBeDefined()
  expect(screen.getByText('试算：涉及，不少于 3 人评价，可信上限低于 90%')).toBeDefined()
  expect(world.office.settings.version).toBe(3)
})

test('a number that is none is pointed out at its field', async () => {
  const { user } = renderApp('/rules?poorBelow=90')
  const field = await screen.findByLabelText(least)
  await user.clear(field)
  await user.click(screen.getByRole('button', { name: '试算' }))
  expect(await screen.findByText(/请填写数字|此项必填/)).toBeDefined()
  expect(document.activeElement).toBe(field)
})

test('what was tried goes into the settings being typed, to be saved there with a note', async () => {
  const { user } = renderApp('/rules?poorBelow=90&minimumN=3')
  await user.click(await screen.findByRole('button', { name: '带着这些数值去修改参数' }))
  expect(await screen.findByText('将修改 2 项')).toBeDefined()
  await user.type(screen.getByLabelText('修改说明'), '联席会议议定')
  await user.click(screen.getByRole('button', { name: '保存为第 4 版' }))
  expect(await screen.findByText('现行第 4 版')).toBeDefined()
  expect(world.market.settings.rating).toMatchObject({ poorBelow: 0.9, minimumN: 3 })
})

test('from the settings the typed numbers go along, and are still typed on the way back', async () => {
  const { user } = renderApp('/settings')
  await user.clear(await screen.findByLabelText(least))
  await user.type(screen.getByLabelText(least), '3')
  const link = () => must(screen.getAllByRole('link', { name: '先试算' })[0], 'the link')
  await waitFor(() => expect(link().getAttribute('href')).toBe('/rules?minimumN=3'))
  await user.click(link())
  expect(await screen.findByRole('heading', { name: '规则试算' })).toBeDefined()
  await user.click(within(screen.getByRole('main')).getByRole('link', { name: '县级参数' }))
  expect(await screen.findByText('将修改 1 项')).toBeDefined()
})

test('those who may not change the rules are told who may', async () => {
  world.me = world.accounts['secretary1']
  renderApp('/rules')
  expect(await screen.findByText(/县委组织部、两新工委$/)).toBeDefined()
})

test('a share that was not touched stays to the last digit', () => {
  const before = toNumbers(defaultSettings)
  expect(searchOf(before, before)).toEqual({})
  expect(rulesOf(defaultSettings, numbersOf(defaultSettings, { minimumN: 3 }))).toEqual({
    ...defaultSettings.rating,
    minimumN: 3,
    poorWithinQuarters: 4,
  })
})
