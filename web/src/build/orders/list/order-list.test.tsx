import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { renderApp } from '../../../main/mocks/render-app.tsx'
import { startWorld } from '../../../main/mocks/server.ts'
import type { World } from '../../../main/mocks/world.ts'

let world: World
beforeEach(() => {
  world = startWorld()
  world.me = world.accounts['member1']
})

const openOrders = () => world.market.orders.filter(({ state }) => state === 'open')

test('a member first sees what can be claimed, and every list says how many and by which filter', async () => {
  renderApp('/orders')
  expect(await screen.findByText(`共 ${openOrders().length} 条，筛选：可认领`)).toBeDefined()
  const tabs = within(screen.getByRole('navigation', { name: '三类需求库' }))
  const inA = openOrders().filter(({ tier }) => tier === 'A').length
  expect(await tabs.findByRole('link', { name: new RegExp(`^A 类\\s*${inA}$`) })).toBeDefined()
})

test('a card says why it is recommended, what is free and until when', async () => {
  renderApp('/orders')
  const title = await screen.findByRole('link', { name: '请律师到车间讲一次劳动合同和工时' })
  const card = within(title.closest('li') ?? document.body)
  expect(card.getByText('名额 1/2')).toBeDefined()
  expect(card.getByText(/认领截止/)).toBeDefined()
  expect(card.getByText('用得上您的专长：法律咨询；就在您所在镇街')).toBeDefined()
})

test('a filter goes into the address, and the figures that would no longer be true are gone', async () => {
  const { user, router } = renderApp('/orders')
  await user.click(await screen.findByRole('checkbox', { name: '可单人认领' }))
  await waitFor(() => expect(router.state.location.search).toEqual({ individual: true }))
  const alone = openOrders().filter(({ mode }) => mode !== 'collective').length
  expect(await screen.findByText(`共 ${alone} 条，筛选：可认领、可单人认领`)).toBeDefined()
  expect(screen.getByRole('link', { name: 'A 类' })).toBeDefined()
  await user.click(screen.getByRole('button', { name: '清除筛选' }))
  expect(await screen.findByText(`共 ${openOrders().length} 条，筛选：可认领`)).toBeDefined()
})

test('words are searched a moment after the typing; one character asks for another', async () => {
  const { user, router } = renderApp('/orders')
  const box = await screen.findByRole('searchbox', { name: '搜索需求项目' })
  await user.type(box, '夜')
  expect(screen.getByText('请至少输入两个相连的字再搜索。')).toBeDefined()
  await user.type(box, '校')
  expect(await screen.findByText('共 1 条，筛选：可认领、“夜校”')).toBeDefined()
  expect(router.state.location.search).toEqual({ q: '夜校' })
})

test('what is not to be claimed any more is found in every state at a press', async () => {
  const taken = world.market.orders.find(({ state }) => state === 'claimed')
  const words = taken?.title.slice(0, 4) ?? ''
  const { user, router } = renderApp(`/orders?q=${encodeURIComponent(words)}`)
  await user.click(await screen.findByRole('button', { name: '在全部状态里找' }))
  expect(await screen.findByRole('link', { name: taken?.title ?? '' })).toBeDefined()
  expect(router.state.location.search).toEqual({ q: words, state: 'all' })
})

test('an address with filters shows what it says, and drops what it cannot read', async () => {
  renderApp('/orders?state=claimed&tier=Z')
  const claimed = world.market.orders.filter(({ state }) => state === 'claimed').length
  expect(await screen.findByText(`共 ${claimed} 条，筛选：办理中`)).toBeDefined()
  expect(screen.getByText('承办：断路器企业联合党支部')).toBeDefined()
})

test('the next page is added to the list', async () => {
  const { user } = renderApp('/orders')
  await screen.findByText('已显示 20 条')
  await user.click(screen.getByRole('button', { name: '加载更多' }))
  await waitFor(() => expect(screen.getAllByRole('heading', { level: 2 }).length).toBeGreaterThan(30))
})

test('nothing found says what to do next', async () => {
  const { user } = renderApp('/orders?q=%22%E4%B8%8D%E5%AD%98%E5%9C%A8%22')
  expect(await screen.findByRole('heading', { name: '没有符合条件的项目' })).toBeDefined()
  await user.click(screen.getAllByRole('button', { name: '清除筛选' })[0] ?? document.body)
  expect(await screen.findByText(`共 ${openOrders().length} 条，筛选：可认领`)).toBeDefined()
})

test('a card of what is over says when it ended, not that nobody is in charge', async () => {
  const over = world.market.orders.find(({ state }) => state === 'closed')
  renderApp('/orders?state=closed')
  const title = await screen.findByRole('link', { name: over?.title ?? '' })
  const card = within(title.closest('li') ?? document.body)
  expect(card.getByText(/结束时间/)).toBeDefined()
  expect(card.queryByText(/暂无人承办|承办：/)).toBeNull()
})
