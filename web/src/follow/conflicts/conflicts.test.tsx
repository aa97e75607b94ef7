import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { must } from '@dj/shared/platform/assert.ts'
import { type ConflictView, DeclareConflict } from '@dj/shared/follow/round/round.schema.ts'
import { renderApp } from '../../main/mocks/render-app.tsx'
import { server, startWorld } from '../../main/mocks/server.ts'

let declared: ConflictView[]

beforeEach(() => {
  const world = startWorld()
  const me = must(world.accounts['county1'], 'an account')
  const [role] = me.roles
  world.me = { ...me, roles: [{ ...must(role, 'a role'), role: 'inspector' }] }
  declared = []
  const checklist = { version: 1, items: [], at: '2026-10-01T00:00:00.000Z', by: null }
  server.use(
    http.get('*/api/v1/inspections', () =>
      HttpResponse.json({ items: [], checklist, asOf: '2026-11-18T01:00:00.000Z' }),
    ),
    http.get('*/api/v1/conflicts', () => HttpResponse.json({ items: declared })),
    http.post('*/api/v1/conflicts', async ({ request }) => {
      const sent = DeclareConflict.parse(await request.json())
      declared = [{ ...sent, declaredAt: '2026-11-18T02:00:00.000Z' }]
      return HttpResponse.json(declared[0], { status: 201 })
    }),
  )
})

test('an inspector declares a conflict, having read what follows, and sees it listed', async () => {
  const { user } = renderApp('/inspections')
  expect(await screen.findByText('没有声明过回避。')).toBeDefined()
  await user.click(screen.getByRole('button', { name: '声明回避' }))
  const sheet = within(await screen.findByRole('dialog', { name: '声明回避' }))
  expect(sheet.getByText(/未查项目当即交给其他检查员/)).toBeDefined()
  await user.click(sheet.getByRole('button', { name: '声明回避' }))
  expect(sheet.getAllByText('此项必填。')).toHaveLength(2)
  await user.type(sheet.getByRole('searchbox'), '柳市镇')
  await user.click(must((await sheet.findAllByRole('button', { name: /柳市镇/ }))[0], 'a choice'))
  await user.type(sheet.getByLabelText('原因'), '配偶在该单位任职')
  await waitFor(async () => {
    await user.click(sheet.getByRole('button', { name: '声明回避' })) // deaf for a moment after the first press
    expect(declared).toHaveLength(1)
  })
  expect(await screen.findByText('回避已声明，相关检查已交出')).toBeDefined()
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(await screen.findByText('配偶在该单位任职')).toBeDefined()
})
