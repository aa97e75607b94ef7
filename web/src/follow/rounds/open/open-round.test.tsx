import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import type { RoundView } from '@dj/shared/follow/round/round.schema.ts'
import { previousQuarter, quarterOf } from '@dj/shared/platform/time/quarter.ts'
import { renderApp } from '../../../main/mocks/render-app.tsx'
import { server, startWorld } from '../../../main/mocks/server.ts'
import { aRound } from '../../slips/slips.sample.ts'

const now = quarterOf(new Date())
const before = previousQuarter(now)

function open(rounds: readonly Partial<RoundView>[], path = '/rounds') {
  const world = startWorld()
  world.me = world.accounts['county1']
  const items = rounds.map((wish, nth) => ({ ...aRound(), ...wish, id: `01990000-0000-7000-8000-00000000080${nth}` }))
  server.use(http.get('*/api/v1/rounds', () => HttpResponse.json({ items, nextCursor: null })))
  return renderApp(path)
}

test('a quarter that has a round is not offered again, one that was aborted is', async () => {
  open([{ quarter: now }, { quarter: before, state: 'aborted' }], '/rounds?open=true')
  const sheet = within(await screen.findByRole('dialog', { name: '开启季度跟单' }))
  const choices = within(await sheet.findByLabelText('季度')).getAllByRole('option')
  expect(choices.map((choice) => (choice as HTMLOptionElement).value)).toEqual([before])
})

test('with a round in both quarters the button says why there is nothing to open', async () => {
  const { user } = open([{ quarter: now }, { quarter: before }])
  const reason = await screen.findByText('本季度和上季度都已开启过，不能重复开启。')
  await user.click(screen.getByRole('button', { name: '开启一轮' }))
  expect(reason).toBeDefined()
  expect(screen.queryByRole('dialog')).toBeNull()
})
