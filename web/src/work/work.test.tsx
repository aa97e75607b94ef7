import { screen, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { renderApp } from '../mocks/render-app.tsx'
import { startWorld } from '../mocks/server.ts'
import type { World } from '../mocks/world.ts'

let world: World
beforeEach(() => {
  world = startWorld()
})

test('what waits is grouped, overdue first, and one click from where it is done', async () => {
  world.me = world.accounts['town1']
  renderApp('/work')
  const group = within(await screen.findByRole('region', { name: /待答复的需求/ }))
  const [first] = group.getAllByRole('listitem')
  expect(first?.textContent).toContain('已等9天')
  expect(first?.textContent).toContain('已超7天')
  expect(group.getByRole('link', { name: /四季度原材料/ }).getAttribute('href')).toMatch(/^\/needs\//)
})

test('somebody with nothing to do is told so', async () => {
  world.me = world.accounts['worker1']
  renderApp('/work')
  expect(await screen.findByRole('heading', { name: '没有等您办理的事' })).toBeDefined()
})

test('every number of the overview leads to its rows', async () => {
  world.me = world.accounts['county1']
  renderApp('/libraries')
  const link = await screen.findByRole('link', { name: /^虹桥镇，超期，1项/ })
  const target = new URL(link.getAttribute('href') ?? '', 'http://localhost')
  expect(target.pathname).toBe('/orders')
  expect(Object.fromEntries(target.searchParams)).toMatchObject({ tier: 'B', light: 'red', state: 'live' })
})
