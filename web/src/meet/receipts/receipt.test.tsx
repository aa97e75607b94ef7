import { screen, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { must } from '@dj/shared/platform/assert.ts'
import { renderApp } from '../../main/mocks/render-app.tsx'
import { startWorld } from '../../main/mocks/server.ts'
import type { World } from '../../main/mocks/world.ts'

const code = '330382-7KQM-X2WT'
let world: World
beforeEach(() => {
  world = startWorld()
})
const receipt = () => must(world.receipts.get(code), 'the receipt')

test('a code typed carelessly leads to the need', async () => {
  const { user, router } = renderApp('/receipt')
  await user.type(await screen.findByLabelText('回执码'), ' 330382 7kqm x2wt{Enter}')
  expect(await screen.findByRole('heading', { name: '您的需求' })).toBeDefined()
  expect(router.state.location.pathname).toBe(`/receipt/${code}`)
})

test('a code is remembered on the device only when asked for, and forgotten again', async () => {
  const { user, router } = renderApp(`/receipt/${code}`)
  await user.click(await screen.findByRole('button', { name: '在本机记住' }))
  expect(screen.getByRole('button', { name: '忘记' })).toBeDefined()
  await router.navigate({ to: '/receipt' })
  expect(await screen.findByRole('link', { name: code })).toBeDefined()
  await user.click(screen.getByRole('button', { name: `忘记 ${code}` }))
  expect(screen.queryByRole('link', { name: code })).toBeNull()
})

test('a code that is too short is refused in words, and stays', async () => {
  const { user } = renderApp('/receipt')
  await user.type(await screen.findByLabelText('回执码'), '330382-7KQ{Enter}')
  expect(await screen.findByText('回执码共 14 位，您输入了 9 位，请对照回执单核对。')).toBeDefined()
  expect(screen.getByLabelText('回执码')).toHaveProperty('value', '330382-7KQ')
})

test('an unknown receipt says what to look at', async () => {
  renderApp('/receipt/330382-AAAA-AAAA')
  expect(await screen.findByRole('heading', { name: '没有查到这个回执' })).toBeDefined()
})

test('the requester says it is solved, and is then asked how it was', async () => {
  const { user } = renderApp(`/receipt/${code}`)
  const question = await screen.findByRole('group', { name: '解决了吗？' })
  expect(screen.queryByRole('heading', { name: '给这次办理打个分' })).toBeNull()
  await user.click(within(question).getByRole('radio', { name: /^解决了/ }))
  await user.type(screen.getByLabelText(/想说的话/), '谢谢医生')
  await user.click(screen.getByRole('button', { name: '提交' }))
  expect(await screen.findByRole('heading', { name: '给这次办理打个分' })).toBeDefined()
  expect(receipt().timeline.at(-1)).toMatchObject({ kind: 'delivery.answered', data: { answer: 'solved' } })
  expect(screen.getByText(/“谢谢医生”/)).toBeDefined()
})

test('no answer is preset, and none is not an answer', async () => {
  const { user } = renderApp(`/receipt/${code}`)
  await screen.findByRole('group', { name: '解决了吗？' })
  expect(screen.queryAllByRole('radio', { checked: true })).toHaveLength(0)
  await user.click(screen.getByRole('button', { name: '提交' }))
  expect(await screen.findByText('请从给出的选项中选择。')).toBeDefined()
})

test('an answer not yet sent outlives a reload', async () => {
  const { user, unmount } = renderApp(`/receipt/${code}`)
  await user.click(await screen.findByRole('radio', { name: /^解决了/ }))
  await user.type(screen.getByLabelText(/想说的话/), '谢谢')
  unmount()
  renderApp(`/receipt/${code}`)
  expect(await screen.findByRole('radio', { name: /^解决了/, checked: true })).toBeDefined()
  expect(screen.getByLabelText(/想说的话/)).toHaveProperty('value', '谢谢')
})

test('what waits for an answer is told with who holds it and until when', async () => {
  renderApp('/receipt/330382-NEW2-NEED')
  expect(await screen.findByRole('heading', { name: '已收到，正在等答复' })).toBeDefined()
  expect(screen.getByText('2026年11月4日 (周三)')).toBeDefined()
})
