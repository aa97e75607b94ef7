import { setTimeout as pause } from 'node:timers/promises'
import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { must } from '@dj/shared/platform/assert.ts'
import { z } from 'zod'
import { refuse, refuseField } from '../../main/mocks/refuse.ts'
import { renderApp } from '../../main/mocks/render-app.tsx'
import { server, startWorld } from '../../main/mocks/server.ts'
import { request } from '../../platform/api/client.ts'

test('what needs the password shown again asks for it, once for all that wait, and goes on by itself', async () => {
  const world = startWorld()
  world.me = must(world.accounts['member1'], 'an account')
  let isShown = false
  const bodies: unknown[] = []
  server.use(
    http.post('*/api/v1/grants', async ({ request: sent }) => {
      bodies.push(await sent.json())
      return isShown ? HttpResponse.json({ id: 'g1' }) : refuse('session.confirm_needed')
    }),
    http.post('*/api/v1/session/confirmation', async ({ request: sent }) => {
      isShown = z.object({ password: z.string() }).parse(await sent.json()).password === 'right'
      return isShown ? new HttpResponse(null, { status: 204 }) : refuseField('session.password_wrong', 'password')
    }),
  )
  const { user } = renderApp('/me')
  await screen.findByRole('heading', { level: 1 })
  const grant = (role: string) =>
    request('POST', '/grants', { body: { role }, schema: z.object({ id: z.string() }) }).catch(
      (error: unknown) => error,
    )
  const both = Promise.all([grant('scout'), grant('inspector')])
  await screen.findByRole('heading', { name: '请再次输入密码' })
  await user.type(await screen.findByLabelText('密码'), 'wrong')
  await user.click(screen.getByRole('button', { name: '确认并继续' }))
  expect(await screen.findByText('密码不正确，请重新输入。')).toBeDefined()
  await user.clear(screen.getByLabelText('密码'))
  await user.type(screen.getByLabelText('密码'), 'right')
  await pause(400) // so long a button is deaf after it was pressed
  await user.click(screen.getByRole('button', { name: '确认并继续' }))
  expect(await both).toEqual([{ id: 'g1' }, { id: 'g1' }])
  expect(bodies).toEqual([{ role: 'scout' }, { role: 'inspector' }, { role: 'scout' }, { role: 'inspector' }])
  expect(screen.queryByText('请再次输入密码')).toBeNull()

  isShown = false
  const given = grant('scout')
  await screen.findByRole('heading', { name: '请再次输入密码' })
  await user.click(screen.getByRole('button', { name: '暂不继续' }))
  expect(await given).toMatchObject({ code: 'session.confirm_needed' })
})
