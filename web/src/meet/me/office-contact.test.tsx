import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { SetOfficeContact } from '@dj/shared/county/organization/organization.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { renderApp } from '../../main/mocks/render-app.tsx'
import { server, startWorld } from '../../main/mocks/server.ts'

test('a secretary sets whom to call at the office, and a telephone must be one', async () => {
  const world = startWorld()
  world.me = world.accounts['secretary1']
  const sent: unknown[] = []
  server.use(
    http.put('*/api/v1/organizations/:id/contact', async ({ request, params }) => {
      const { contact } = SetOfficeContact.parse(await request.json())
      sent.push(contact)
      const organization = must(
        world.market.organizations.find(({ id }) => id === params['id']),
        'the organization',
      )
      return HttpResponse.json({ ...organization, contact })
    }),
  )
  const { user } = renderApp('/me')
  await user.click(await screen.findByRole('button', { name: /办公联系人$/ }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByLabelText('联系人'), '李干事')
  await user.type(dialog.getByLabelText('办公电话'), '问门卫')
  await user.click(dialog.getByRole('button', { name: '保存' }))
  expect(dialog.getByLabelText('办公电话').getAttribute('aria-invalid')).toBe('true')
  await user.clear(dialog.getByLabelText('办公电话'))
  await user.type(dialog.getByLabelText('办公电话'), '0577-62001234')
  await user.click(dialog.getByRole('button', { name: '保存' }))
  await expect.poll(() => sent).toEqual([{ name: '李干事', telephone: '0577-62001234' }])
})

test('a member keeps no organization and is asked for no contact', async () => {
  const world = startWorld()
  world.me = world.accounts['member1']
  renderApp('/me')
  await screen.findByRole('heading', { name: '账号' })
  expect(screen.queryByRole('heading', { name: '办公联系人' })).toBeNull()
})
