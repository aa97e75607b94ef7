import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import type { InspectionView } from '@dj/shared/follow/finding/finding.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { renderApp } from '../../main/mocks/render-app.tsx'
import { server, startWorld } from '../../main/mocks/server.ts'
import { anInspection } from './inspection.sample.ts'

const order = (nth: number) => `01990000-0000-7000-8000-00000000091${nth}`

function show(items: readonly InspectionView[]) {
  const world = startWorld()
  const me = must(world.accounts['county1'], 'an account')
  world.me = { ...me, roles: me.roles.map((role) => ({ ...role, role: 'inspector' as const })) }
  const checklist = { version: 1, items: [], changedAt: '2026-10-01T00:00:00Z', changedBy: null, note: null }
  server.use(
    http.get('*/api/v1/inspections', () => HttpResponse.json({ items, checklist, asOf: '2026-11-18T01:00:00.000Z' })),
    http.get('*/api/v1/conflicts', () => HttpResponse.json({ items: [] })),
  )
  renderApp('/inspections')
}

test('what is left to inspect is counted, and comes first in its place', async () => {
  show([
    anInspection({ orderId: order(1), title: '已经查过的', locked: true }),
    anInspection({ orderId: order(2), title: '还没有查的' }),
    anInspection({ orderId: order(3), title: '虹桥的', town: '虹桥镇' }),
  ])
  expect(await screen.findByText('待检查 2 项')).toBeDefined()
  const place = within(screen.getByRole('region', { name: '柳市镇' }))
  expect(place.getByRole('heading').textContent).toContain('待检查 1 项')
  expect(place.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['还没有查的', '已经查过的'])
})

test('when nothing is left, the list says so', async () => {
  show([anInspection({ locked: true })])
  expect(await screen.findByText('全部检查完了。')).toBeDefined()
})
