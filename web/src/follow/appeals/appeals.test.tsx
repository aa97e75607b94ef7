import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { must } from '@dj/shared/platform/assert.ts'
import { AppealSubject, AppealView, DecideAppeal, FileAppeal } from '@dj/shared/follow/appeal/appeal.schema.ts'
import { refuseField } from '../../main/mocks/refuse.ts'
import { renderApp } from '../../main/mocks/render-app.tsx'
import { server, startWorld } from '../../main/mocks/server.ts'
import type { World } from '../../main/mocks/world.ts'

const ratingId = '01990000-0000-7000-8000-0000000000a1'
const poor = { attitude: 1, speed: 2, result: 1, excluded: false }
const appeal = AppealView.parse({
  id: '01990000-0000-7000-8000-0000000000b1',
  version: 1,
  subject: 'rating',
  subjectId: ratingId,
  order: { id: '01990000-0000-7000-8000-0000000000c1', number: 'C-2026-000001', title: '夜班电工培训' },
  reason: '评价人当天未到场',
  filedBy: '红帆 07',
  filedAt: '2026-11-18T01:00:00.000Z',
  decideBy: '2026-11-25T16:00:00.000Z',
  state: 'filed',
  before: poor,
  after: null,
  decisionReason: null,
  decidedBy: null,
  decidedAt: null,
  effects: [],
  mayDecide: null,
})
const subject = AppealSubject.parse({
  ...{ subject: 'rating', subjectId: ratingId, side: 'member', quarter: '2026Q4', words: '没有开课', mine: false },
  ...{ at: '2026-11-18T01:00:00.000Z', value: poor, after: null, until: '2026-11-25T16:00:00.000Z' },
  ...{ mayFile: null, state: null, decideBy: null, decisionReason: null },
})

let world: World
beforeEach(() => {
  world = startWorld()
  world.me = world.accounts['member1']
})
const rated = () =>
  `/orders/${
    must(
      world.market.orders.find(({ title }) => title.includes('劳动法常识')),
      'a rated order',
    ).id
  }`
const subjects = (...items: AppealSubject[]) =>
  http.get('*/api/v1/orders/:id/appealable', () => HttpResponse.json({ workingDays: 5, items }))
const ratings = async () =>
  within(must((await screen.findByRole('heading', { name: '逐条评价' })).parentElement, 'the ratings'))

test('those concerned appeal against one rating, told until when and who decides', async () => {
  const filed: FileAppeal[] = []
  server.use(
    subjects(subject),
    http.post('*/api/v1/appeals', async ({ request }) => {
      filed.push(FileAppeal.parse(await request.json()))
      server.use(subjects({ ...subject, state: 'filed', decideBy: appeal.decideBy, mayFile: 'appeal.exists' }))
      return HttpResponse.json(appeal, { status: 201 })
    }),
  )
  const { user } = renderApp(rated())
  const list = await ratings()
  expect(list.getByText(/5 个工作日内可以申诉，最后一天：/).textContent).toContain('2026年11月25日 (周三)')
  await user.click(list.getByRole('button', { name: '申诉' }))
  const sheet = within(await screen.findByRole('dialog'))
  expect(sheet.getByText(/态度 非常不满意 · 速度 不满意/)).toBeDefined()
  expect(sheet.getByText(/裁定后前后两个结果都保留/)).toBeDefined()
  await user.type(sheet.getByLabelText('理由'), '评价人当天未到场')
  await user.click(sheet.getByRole('button', { name: '提出申诉' }))
  expect(await list.findByText(/已提出申诉，等待第三方裁定/)).toBeDefined()
  expect(filed).toEqual([{ subject: 'rating', subjectId: ratingId, reason: '评价人当天未到场' }])
})

test('after the decision both values stand there; too late and not concerned offer nothing', async () => {
  const after = { ...poor, attitude: 4 }
  server.use(
    subjects(
      { ...subject, state: 'changed', after, decisionReason: '记错了项目', mayFile: 'appeal.exists' },
      { ...subject, subjectId: appeal.id, mayFile: 'appeal.too_late' },
      { ...subject, subjectId: appeal.order.id, mayFile: 'appeal.not_concerned' },
    ),
  )
  renderApp(rated())
  const list = await ratings()
  expect(list.getByText('申诉裁定：已更改')).toBeDefined()
  expect(list.getByText('态度 满意 · 速度 不满意 · 效果 非常不满意')).toBeDefined()
  expect(list.getByText('申诉期限（5 个工作日）已过')).toBeDefined()
  expect(list.queryByRole('button')).toBeNull()
})

test('whoever rated sees what an appeal made of it, and offers nothing against oneself', async () => {
  const order = must(
    world.market.orders.find(({ title }) => title.includes('劳动法常识')),
    'a rated order',
  )
  const after = { ...poor, attitude: 4 }
  const mine = { ...subject, mine: true, state: 'changed', after, mayFile: 'appeal.exists' } as const
  server.use(subjects(mine))
  const personId = must(world.me, 'a member').person.id
  world.market.ratings.push({
    orderId: order.id,
    personId,
    side: 'member',
    attitude: 4,
    speed: 2,
    result: 1,
    words: null,
  })
  renderApp(rated())
  expect(await screen.findByText('申诉裁定：已更改')).toBeDefined()
  expect(screen.getByText('态度 非常不满意 · 速度 不满意 · 效果 非常不满意')).toBeDefined()
  expect(screen.queryByRole('heading', { name: '逐条评价' })).toBeNull()
})

test('a third body gives new grades; what it did not touch stays as it was', async () => {
  world.me = world.accounts['county1']
  const decisions: DecideAppeal[] = []
  let shown = appeal
  server.use(
    http.get('*/api/v1/appeals', () => HttpResponse.json({ items: [shown], nextCursor: null, total: 1 })),
    http.post('*/api/v1/appeals/:id/decision', async ({ request }) => {
      const decision = DecideAppeal.parse(await request.json())
      decisions.push(decision)
      if (decision.grades?.attitude === 1) return refuseField('appeal.nothing_changed', 'grades')
      const decided = {
        decidedBy: '县级组织员',
        decidedAt: '2026-11-20T01:00:00.000Z',
        decisionReason: decision.reason,
      }
      shown = {
        ...appeal,
        ...decided,
        state: 'changed',
        after: { ...poor, ...decision.grades },
        effects: ['rectification.voided'],
      }
      return HttpResponse.json(shown)
    }),
  )
  const { user } = renderApp('/appeals')
  await user.click(await screen.findByRole('radio', { name: /更改等级/ }))
  await user.type(screen.getByLabelText('裁定理由'), '记错了项目')
  await user.click(screen.getByRole('button', { name: '作出裁定' }))
  expect(await screen.findByText(/请填写改判后的内容/)).toBeDefined()
  await user.selectOptions(screen.getByLabelText('态度改为'), '满意')
  expect(screen.queryByText(/请填写改判后的内容/)).toBeNull()
  await waitFor(async () => {
    await user.click(screen.getByRole('button', { name: '作出裁定' })) // deaf for a moment after the first press
    expect(decisions).toHaveLength(2)
  })
  expect(await screen.findByText('态度 满意 · 速度 不满意 · 效果 非常不满意')).toBeDefined()
  expect(screen.getByText('据此发出的整改通知作废')).toBeDefined()
  expect(decisions.at(-1)?.grades).toEqual({ attitude: 4, speed: 2, result: 1 })
})

test('whoever has a part in it is told who may decide instead', async () => {
  world.me = world.accounts['county1']
  const shown = { ...appeal, mayDecide: 'appeal.not_third' }
  server.use(http.get('*/api/v1/appeals', () => HttpResponse.json({ items: [shown], nextCursor: null, total: 1 })))
  renderApp('/appeals')
  expect(await screen.findByText(/县里另一名没有参与此项的组织员/)).toBeDefined()
})
