import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import type { RoundView } from '@dj/shared/follow/round/round.schema.ts'
import { renderApp } from '../../main/mocks/render-app.tsx'
import { server, startWorld } from '../../main/mocks/server.ts'
import { aRound } from '../slips/slips.sample.ts'

function open(wish: Partial<RoundView>, username = 'county1') {
  const world = startWorld()
  world.me = world.accounts[username]
  const round = { ...aRound(), ...wish }
  const presses: string[] = []
  server.use(
    http.get('*/api/v1/rounds/:id', () => HttpResponse.json(round)),
    http.get('*/api/v1/rounds/:id/targets', () => HttpResponse.json({ items: [], nextCursor: null, total: 0 })),
    http.post('*/api/v1/rounds/:id/:verb', ({ params }) => {
      presses.push(String(params['verb']))
      return HttpResponse.json({ ...round, state: 'closing', next: [] })
    }),
  )
  return { ...renderApp(`/rounds/${round.id}`), presses }
}

test('what cannot be done yet stands there with its reason, and pressing it does nothing', async () => {
  const { user, presses } = open({ blocked: [{ act: 'close', code: 'round.census_incomplete' }] })
  const button = await screen.findByRole('button', { name: '提请结束本轮' })
  expect(button.getAttribute('aria-disabled')).toBe('true')
  expect(screen.getByText('县、镇街项目须逐项检查或说明理由后，才能结束本轮。')).toBeDefined()
  await user.click(button)
  expect([screen.queryByRole('dialog'), presses]).toEqual([null, []])
})

test('closing names the round, says what is left undone, and happens once', async () => {
  const counts = { census: 1, sample: 3, targeted: 0, inspected: 2, excused: 0, waiting: 2 }
  const { user, presses } = open({ next: ['close'], counts, drawnAt: '2026-10-21T01:00:00Z' })
  await user.click(await screen.findByRole('button', { name: '提请结束本轮' }))
  const dialog = within(await screen.findByRole('dialog', { name: '提请结束2026年第4季度跟单？' }))
  expect(dialog.getByText('还有 2 项抽查、定向检查未完成，将如实写入通报。')).toBeDefined()
  await user.dblClick(dialog.getByRole('button', { name: '提请结束本轮' }))
  expect(presses).toEqual(['close'])
})

test('after the close the leads are led to the bulletin; others find it once it is published', async () => {
  const view = open({ state: 'closed' })
  expect(await screen.findByRole('link', { name: '核对并签发通报' })).toBeDefined()
  expect(screen.queryByRole('link', { name: '查看通报' })).toBeNull()
  view.unmount()
  open({ state: 'closed', bulletins: [{ version: 1, publishedAt: '2027-01-05T01:00:00Z', correction: null }] }, 'town1')
  expect(await screen.findByRole('link', { name: '查看通报' })).toBeDefined()
  expect(screen.queryByRole('link', { name: '更正通报' })).toBeNull()
})

test('towns stand there in figures alone', async () => {
  const town = { town: '城东街道', census: 4, sample: 3, targeted: 0, inspected: 5, excused: 1, waiting: 1 }
  open({ towns: [town, { ...town, town: null }] })
  const [region] = await screen.findAllByRole('region', { name: '各镇街进度' })
  expect(within(region as HTMLElement).getByRole('row', { name: '城东街道 4 3 0 5 1 1' })).toBeDefined()
  expect(within(region as HTMLElement).getByRole('row', { name: /^县本级/ })).toBeDefined()
})
