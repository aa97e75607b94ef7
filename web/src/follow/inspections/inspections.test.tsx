import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import type { InspectionView } from '@dj/shared/follow/finding/finding.schema.ts'
import { NeedId } from '@dj/shared/platform/ids.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { renderApp } from '../../main/mocks/render-app.tsx'
import { server, startWorld } from '../../main/mocks/server.ts'
import { anInspection } from './inspection.sample.ts'

const order = (nth: number) => `01990000-0000-7000-8000-00000000091${nth}`

function show(items: readonly InspectionView[], address = '/inspections') {
  const world = startWorld()
  const me = must(world.accounts['county1'], 'an account')
  world.me = { ...me, roles: me.roles.map((role) => ({ ...role, role: 'inspector' as const })) }
  const checklist = { version: 1, items: [], changedAt: '2026-10-01T00:00:00Z', changedBy: null, note: null }
  server.use(
    http.get('*/api/v1/inspections', () => HttpResponse.json({ items, checklist, asOf: '2026-11-18T01:00:00.000Z' })),
    http.get('*/api/v1/conflicts', () => HttpResponse.json({ items: [] })),
  )
  return renderApp(address)
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

test('whom to call back is shown for a reason; where no number was left, the owner’s office is', async () => {
  const callee = (nth: number) => ({ needId: NeedId.parse(order(nth)), requesterKind: 'worker' as const })
  const raised = { receivedAt: '2026-11-01T01:00:00Z' }
  const visit = anInspection({
    callBackDue: true,
    callees: [
      { ...callee(4), ...raised },
      { ...callee(5), ...raised },
    ],
    ownerContact: { name: '党建办', telephone: '0577-62001234' },
  })
  const sent: unknown[] = []
  const { user } = show([visit], `/inspections/${visit.roundId}/${visit.orderId}`)
  server.use(
    http.post('*/api/v1/inspections/:round/:order/needs/:need/contact', async ({ params, request }) => {
      sent.push(await request.json())
      const isFirst = params['need'] === order(4)
      return HttpResponse.json({ name: '陈国强', phone: isFirst ? '13800001234' : null, phoneWords: null })
    }),
  )
  for (const _ of visit.callees) {
    await user.click(must((await screen.findAllByRole('button', { name: '查看电话' }))[0], 'a number to show'))
    const dialog = within(await screen.findByRole('dialog'))
    await user.type(dialog.getByRole('textbox'), '不满意实名回访')
    await user.click(dialog.getByRole('button', { name: '查看电话' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  }
  expect((await screen.findByRole('link', { name: '13800001234' })).getAttribute('href')).toBe('tel:13800001234')
  expect(screen.getByText(/没有留联系电话。 请向发单单位询问：党建办 0577-62001234/)).toBeDefined()
  expect(sent).toEqual([{ reason: '不满意实名回访' }, { reason: '不满意实名回访' }])
})
