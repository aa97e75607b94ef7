import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { refuse } from '../../main/mocks/refuse.ts'
import { renderApp } from '../../main/mocks/render-app.tsx'
import { server, startWorld } from '../../main/mocks/server.ts'
import { demoPassword, type World } from '../../main/mocks/world.ts'

let world: World
beforeEach(() => {
  world = startWorld()
})

test('a wrong password is told once, and nothing typed is lost', async () => {
  const { user } = renderApp('/sign-in')
  await user.type(await screen.findByLabelText('账号'), 'member1')
  await user.type(screen.getByLabelText('密码'), 'wrong')
  await user.click(screen.getByRole('button', { name: '登录' }))
  expect(await screen.findAllByText(/用户名或密码不正确/)).toHaveLength(1)
  expect(screen.getByLabelText('账号')).toHaveProperty('value', 'member1')
  expect(screen.getByLabelText('密码')).toHaveProperty('value', 'wrong')
})

test.each([
  ['40', '还要等 40 秒。'],
  ['61', '还要等 2 分钟。'],
])('after too many attempts it says how long to wait: %s s', async (seconds, said) => {
  const { user } = renderApp('/sign-in')
  server.use(
    http.post('*/api/v1/session', async () => {
      const refusal = refuse('auth.too_many_attempts')
      return HttpResponse.json(await refusal.json(), { status: 429, headers: { 'retry-after': seconds } })
    }),
  )
  await user.type(await screen.findByLabelText('账号'), 'member1')
  await user.type(screen.getByLabelText('密码'), 'wrong')
  await user.click(screen.getByRole('button', { name: '登录' }))
  expect(await screen.findByText(`尝试次数过多，请稍后再试。${said}`)).toBeDefined()
})

test('an empty field is pointed out, and the cursor waits there', async () => {
  const { user } = renderApp('/sign-in')
  await user.type(await screen.findByLabelText('账号'), 'member1')
  await user.click(screen.getByRole('button', { name: '登录' }))
  const password = screen.getByLabelText('密码')
  await waitFor(() => expect(document.activeElement).toBe(password))
  expect(password.getAttribute('aria-invalid')).toBe('true')
})

test('a member is brought to the library, and a stranger back to where they were going', async () => {
  const { user, router } = renderApp('/claims')
  await user.type(await screen.findByLabelText('账号'), 'member1')
  await user.type(screen.getByLabelText('密码'), demoPassword)
  await user.click(screen.getByRole('button', { name: '登录' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/claims'))
  expect(world.me?.account.username).toBe('member1')
})

test('without a network the form says so and keeps what was typed', async () => {
  const { user } = renderApp('/sign-in')
  server.use(http.post('*/api/v1/session', () => HttpResponse.error()))
  await user.type(await screen.findByLabelText('账号'), 'member1')
  await user.type(screen.getByLabelText('密码'), demoPassword)
  await user.click(screen.getByRole('button', { name: '登录' }))
  expect(await screen.findByText(/网络不可用/)).toBeDefined()
  expect(screen.getByLabelText('账号')).toHaveProperty('value', 'member1')
})

test('the navigation shows what the person may do', async () => {
  world.me = world.accounts['member1']
  renderApp('/me')
  expect(await screen.findByRole('link', { name: '我的认领' })).toBeDefined()
  expect(screen.queryByRole('link', { name: '书记工作台' })).toBeNull()
  expect(screen.getByText('演示数据')).toBeDefined()
})

test('signing out leads to the door, and says so', async () => {
  world.me = world.accounts['secretary1']
  const { user, router, queryClient } = renderApp('/me')
  await user.click(await screen.findByRole('button', { name: '退出登录' }))
  expect(await screen.findByText('您已退出登录。')).toBeDefined()
  expect(router.state.location.pathname).toBe('/sign-in')
  expect(queryClient.getQueryCache().getAll()).toEqual([])
  expect(world.me).toBeUndefined()
})

test('an address that leads to another site is not followed after sign-in', async () => {
  const { user, router } = renderApp('/sign-in?from=//evil.example/orders')
  await user.type(await screen.findByLabelText('账号'), 'member1')
  await user.type(screen.getByLabelText('密码'), demoPassword)
  await user.click(screen.getByRole('button', { name: '登录' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/orders'))
})

test('a server that cannot say who is there is told as such, with another try', async () => {
  server.use(http.get('*/api/v1/session', () => HttpResponse.error()))
  renderApp('/orders')
  expect(await screen.findByRole('heading', { name: '连不上服务器' })).toBeDefined()
  expect(screen.getByRole('button', { name: '重试' })).toBeDefined()
})
