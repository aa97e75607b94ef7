import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { AnswerHandover, HandOverNeed } from '@dj/shared/collect/need/handover.schema.ts'
import { type NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { renderApp } from '../../main/mocks/render-app.tsx'
import { server, startWorld } from '../../main/mocks/server.ts'
import type { World } from '../../main/mocks/world.ts'

let world: World
let sent: unknown[]
let shown: NeedView
const other = { id: '01990000-0000-7000-8000-000000000777', alias: '虹桥组织员' }

beforeEach(() => {
  world = startWorld()
  world.me = world.accounts['secretary1']
  sent = []
  const record = world.needs.find(({ view }) => view.state === 'received')
  shown = { ...must(record, 'a need').view, releasedWords: { words: '原话', corrected: false } }
  const path = '*/api/v1/needs/:id'
  server.use(
    http.get(path, () => HttpResponse.json(shown)),
    http.get(`${path}/receivers`, () =>
      HttpResponse.json({ items: [{ ...other, organizationName: '虹桥镇', waiting: 3 }] }),
    ),
    http.post(`${path}/handover`, async ({ request }) => {
      const { toPersonId, reason } = HandOverNeed.parse(await request.json())
      sent.push({ toPersonId, reason })
      shown = { ...shown, handover: { to: other, reason } }
      return HttpResponse.json(shown)
    }),
    http.post(`${path}/handover/answer`, async ({ request }) => {
      sent.push(AnswerHandover.parse(await request.json()))
      shown = { ...shown, handover: null }
      return HttpResponse.json(shown)
    }),
  )
})

test('a need is offered to somebody for a reason, and stays here until they accept', async () => {
  const { user } = renderApp(`/needs/${shown.id}`)
  await user.click(await screen.findByRole('button', { name: '移交承办' }))
  const dialog = within(await screen.findByRole('dialog', { name: '移交承办' }))
  await user.click(await dialog.findByRole('radio', { name: /虹桥组织员 · 虹桥镇/ }))
  await user.click(dialog.getByRole('button', { name: '提请移交' }))
  expect(dialog.getByLabelText('移交原因').getAttribute('aria-invalid')).toBe('true')
  await user.type(dialog.getByLabelText('移交原因'), '归镇里办理')
  await user.click(dialog.getByRole('button', { name: '提请移交' }))
  expect(await screen.findByText('已提请虹桥组织员承办：归镇里办理')).toBeDefined()
  expect(sent).toEqual([{ toPersonId: other.id, reason: '归镇里办理' }])
})

test('whoever is asked accepts with one press, or declines with a reason', async () => {
  const me = must(world.me, 'somebody signed in')
  shown = { ...shown, handover: { to: { id: me.person.id, alias: me.person.alias }, reason: '归口办理' } }
  const { user } = renderApp(`/needs/${shown.id}`)
  await user.click(await screen.findByRole('button', { name: '退回移交' }))
  const dialog = within(await screen.findByRole('dialog', { name: '退回移交' }))
  await user.type(dialog.getByLabelText('为什么退回？'), '不属本支部')
  await user.click(dialog.getByRole('button', { name: '退回移交' }))
  expect(await screen.findByRole('button', { name: '移交承办' })).toBeDefined()
  expect(sent).toEqual([{ answer: 'decline', reason: '不属本支部' }])
})
