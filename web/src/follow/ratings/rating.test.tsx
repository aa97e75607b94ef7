import { cleanup, screen, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { must } from '@dj/shared/platform/assert.ts'
import { renderApp } from '../../main/mocks/render-app.tsx'
import { startWorld } from '../../main/mocks/server.ts'
import type { World } from '../../main/mocks/world.ts'

const code = '330382-7KQM-X2WT'
let world: World
const order = () => must(must(world.receipts.get(code), 'the receipt').orders[0], 'its order')
beforeEach(() => {
  world = startWorld()
  order().question = null
  order().state = 'closed'
})

const dimensions = ['服务态度怎么样？', '办得快不快？', '办得好不好？'] as const

test('no grade is preset, and a dimension left out is pointed to', async () => {
  const { user } = renderApp(`/receipt/${code}`)
  const speed = await screen.findByRole('group', { name: dimensions[1] })
  expect(screen.getAllByRole('radio')).toHaveLength(15)
  expect(screen.queryAllByRole('radio', { checked: true })).toHaveLength(0)
  await user.click(within(speed).getByRole('radio', { name: '满意' }))
  await user.click(screen.getByRole('button', { name: '提交评价' }))
  expect(await screen.findAllByText('此项必填。')).toHaveLength(2)
  expect(within(speed).getByRole('radio', { checked: true })).toBe(within(speed).getByRole('radio', { name: '满意' }))
  expect(order().myRating).toBeNull()
})

test('three grades are kept, shown in words, and open to a change of mind', async () => {
  const { user } = renderApp(`/receipt/${code}`)
  for (const name of dimensions) {
    const group = await screen.findByRole('group', { name })
    await user.click(within(group).getByRole('radio', { name: '非常满意' }))
  }
  await user.click(screen.getByRole('button', { name: '提交评价' }))
  expect(await screen.findByRole('heading', { name: '您的评价' })).toBeDefined()
  expect(order().myRating).toEqual({ attitude: 5, speed: 5, result: 5, words: null })
  await user.click(screen.getByRole('button', { name: '修改评价' }))
  expect(screen.getAllByRole('radio', { checked: true })).toHaveLength(3)
})

test('what was chosen outlives a reload, for that receipt alone', async () => {
  const other = '330382-7KQM-ZZZZ'
  const first = renderApp(`/receipt/${code}`)
  await first.user.click(
    within(await screen.findByRole('group', { name: dimensions[0] })).getByRole('radio', { name: '满意' }),
  )
  await first.user.type(screen.getByRole('textbox'), '师傅很耐心')
  cleanup()
  renderApp(`/receipt/${code}`)
  const attitude = await screen.findByRole('group', { name: dimensions[0] })
  expect(within(attitude).getByRole<HTMLInputElement>('radio', { name: '满意' }).checked).toBe(true)
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('师傅很耐心')
  cleanup()
  world.receipts.set(other, { ...must(world.receipts.get(code), 'the receipt'), code: other })
  renderApp(`/receipt/${other}`)
  await screen.findByRole('group', { name: dimensions[0] })
  expect(screen.queryAllByRole('radio', { checked: true })).toHaveLength(0)
})
