import { screen } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { must } from '@dj/shared/platform/assert.ts'
import { renderApp } from '../../main/mocks/render-app.tsx'
import { retirementIds } from '../../main/mocks/exit/retirements.seed.ts'
import { startWorld } from '../../main/mocks/server.ts'
import type { World } from '../../main/mocks/world.ts'

let world: World
beforeEach(() => {
  world = startWorld()
  world.me = world.accounts['county1']
})

const undo = () => screen.findByRole('button', { name: '撤回退出' })

test('a final retirement can be undone while its time runs', async () => {
  renderApp(`/retirements/${retirementIds.retired}`)
  expect((await undo()).getAttribute('aria-disabled')).toBe(null)
})

test('one whose need a new order has taken up cannot, and the button says why', async () => {
  const { retirements } = world.rounds
  const retired = must(
    retirements.find(({ id }) => id === retirementIds.retired),
    'the retired one',
  )
  retired.successorOrderId = must(world.market.orders[0], 'an order').id
  renderApp(`/retirements/${retirementIds.retired}`)
  expect((await undo()).getAttribute('aria-disabled')).toBe('true')
  expect(await screen.findByText('需求已由新项目承接，不能再撤回退出。')).toBeDefined()
})

test('an objection begun is open again after a reload', async () => {
  const { user, unmount } = renderApp(`/retirements/${retirementIds.noticed}`)
  await user.click(await screen.findByRole('button', { name: '提出异议' }))
  await user.type(screen.getByLabelText('异议内容'), '仍有企业需要')
  unmount()
  renderApp(`/retirements/${retirementIds.noticed}`)
  expect(await screen.findByDisplayValue('仍有企业需要')).toBeDefined()
})
