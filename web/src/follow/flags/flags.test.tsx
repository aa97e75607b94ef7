import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { FlagView, JudgeFlag } from '@dj/shared/follow/rating/flag.schema.ts'
import { refuse } from '../../main/mocks/refuse.ts'
import { renderApp } from '../../main/mocks/render-app.tsx'
import { server, startWorld } from '../../main/mocks/server.ts'

const flag = FlagView.parse({
  id: 'a'.repeat(64),
  kind: 'reciprocal',
  n: 4,
  ratingIds: [],
  deliveryIds: [],
  orders: [{ id: '01990000-0000-7000-8000-000000000011', number: 'C-2026-000011', title: '夜班电工培训' }],
  organizations: ['第一党支部', '柳市党支部'],
  firstAt: '2026-11-18T01:00:00.000Z',
  lastAt: '2026-11-19T03:30:00.000Z',
  judgement: null,
  newSince: 0,
  mayJudge: null,
})

let flags: FlagView[]
const judged: JudgeFlag[] = []

beforeEach(() => {
  const world = startWorld()
  world.me = world.accounts['county1']
  flags = [flag]
  judged.length = 0
  server.use(
    http.get('*/api/v1/flags', () => HttpResponse.json({ quarter: '2026Q4', items: flags })),
    http.post('*/api/v1/flags/:id/judgement', async ({ request }) => {
      const { verdict, note, ...rest } = JudgeFlag.parse(await request.json())
      judged.push({ verdict, note, ...rest })
      if (flags[0]?.n !== rest.n) return refuse('flag.grown')
      flags = [{ ...flag, judgement: { verdict, note, by: '县级组织员', at: '2026-11-20T01:00:00.000Z' } }]
      return HttpResponse.json(flags[0], { status: 201 })
    }),
  )
})

const open = async () => {
  const { user } = renderApp('/flags?quarter=2026Q4')
  await user.click(await screen.findByRole('button', { name: '登记查看结果' }))
  return { user, sheet: within(await screen.findByRole('dialog')) }
}

test('a pattern says what, which order, when and why, beside its innocent reading', async () => {
  renderApp('/flags?quarter=2026Q4')
  expect(await screen.findByText(/第一党支部与柳市党支部互相评价，4 份都接近满分。也可能确实办得好。/)).toBeDefined()
  expect(screen.getByRole('link', { name: '夜班电工培训' })).toBeDefined()
  expect(screen.getByText(/2026年11月18日 \(周三\) 09:00/)).toBeDefined()
  expect(screen.getByText('待查看')).toBeDefined()
})

test('a judgement needs a word and a reason, and then stands beside the pattern', async () => {
  const { user, sheet } = await open()
  await user.click(sheet.getByRole('button', { name: '记下' }))
  expect(sheet.getByText('请从给出的选项中选择。')).toBeDefined()
  expect(sheet.getByText('此项必填。')).toBeDefined()
  await user.click(sheet.getByRole('radio', { name: /看过，无异常/ }))
  await user.type(sheet.getByLabelText('依据'), '已核对签到表')
  await waitFor(async () => {
    await user.click(sheet.getByRole('button', { name: '记下' })) // deaf for a moment after the first press
    expect(judged).toHaveLength(1)
  })
  expect(await screen.findByText('县级组织员 查看')).toBeDefined()
  expect(screen.getByText('已核对签到表')).toBeDefined()
  expect(judged).toEqual([{ quarter: '2026Q4', n: 4, verdict: 'clear', note: '已核对签到表' }])
})

test('a pattern that grew meanwhile is looked at again; what was typed stays', async () => {
  const { user, sheet } = await open()
  flags = [{ ...flag, n: 5 }]
  await user.click(sheet.getByRole('radio', { name: /存疑/ }))
  await user.type(sheet.getByLabelText('依据'), '已核对签到表')
  await user.click(sheet.getByRole('button', { name: '记下' }))
  expect(await sheet.findByText(/又有变化，请刷新再看一遍/)).toBeDefined()
  expect(sheet.getByLabelText('依据')).toHaveProperty('value', '已核对签到表')
})

test('whose own rating is among them cannot judge, and nothing suspicious says so', async () => {
  flags = [{ ...flag, mayJudge: 'flag.own_rating' }]
  const { unmount } = renderApp('/flags?quarter=2026Q4')
  expect(await screen.findByText('其中有您本人给出或录入的评价，请由他人查看。')).toBeDefined()
  unmount()
  flags = []
  renderApp('/flags?quarter=2026Q1')
  expect(await screen.findByText('2026年第1季度没有异常提示')).toBeDefined()
})
