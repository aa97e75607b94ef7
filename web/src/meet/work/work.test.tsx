import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { WorkView } from '@dj/shared/meet/work/work.schema.ts'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { noticeIds } from '../../main/mocks/exit/rectifications.seed.ts'
import { renderApp } from '../../main/mocks/render-app.tsx'
import { server, startWorld } from '../../main/mocks/server.ts'
import type { World } from '../../main/mocks/world.ts'

let world: World
beforeEach(() => {
  world = startWorld()
})

test('what waits is grouped, overdue first, and one click from where it is done', async () => {
  world.me = world.accounts['town1']
  renderApp('/work')
  const group = within(await screen.findByRole('region', { name: /待答复的需求/ }))
  const [first] = group.getAllByRole('listitem')
  expect(first?.textContent).toContain('已等9天')
  expect(first?.textContent).toContain('已超7天')
  expect(group.getByRole('link', { name: /四季度原材料/ }).getAttribute('href')).toMatch(/^\/needs\//)
})

test('somebody with nothing to do is told so', async () => {
  world.me = world.accounts['worker1']
  renderApp('/work')
  expect(await screen.findByRole('heading', { name: '没有等您办理的事' })).toBeDefined()
})

/** What a group says, and where its first row leads. */
async function told(group: RegExp) {
  const region = await screen.findByRole('region', { name: group })
  return { text: region.textContent, href: within(region).getAllByRole('link')[0]?.getAttribute('href') }
}

test('what the rounds ask is led to where it is done', async () => {
  world.me = world.accounts['county1']
  renderApp('/work')
  expect((await told(/^待答复的异议/)).href).toMatch(/^\/retirements\//)
  expect((await told(/^待决定的退出/)).href).toMatch(/^\/retirements\//)
  expect((await told(/^待裁定的申诉/)).href).toBe('/appeals?state=filed')
  expect((await told(/^待决定的免检/)).href).toMatch(/^\/rounds\/.+\?state=excuse_asked#round-targets$/)
})

test('whoever answers for a rectification is told how often it was called for', async () => {
  world.me = world.accounts['member1']
  const red = world.rounds.notices.find(({ id }) => id === noticeIds.red)
  Object.assign(red ?? {}, { responsibleId: world.me?.person.id })
  renderApp('/work')
  const notice = await told(/^待整改/)
  expect(notice.text).toMatch(/已催办 2 次，最近 \d{4}年\d+月\d+日.*已超2天/)
  expect(notice.href).toBe(`/rectifications/${noticeIds.red}`)
})

test('a missing calendar leads to where the notice of its year is entered', async () => {
  world.me = world.accounts['county1']
  const calendar = {
    ...{ kind: 'calendar.enter', subject: { kind: 'calendar', id: '2027' }, orderId: null, title: '2027' },
    ...{ since: '2026-10-31T16:00:00Z', dueAt: '2026-12-31T16:00:00Z', waitsForCalendar: false, overdue: false },
    nudges: null,
    releasedAt: null,
  }
  const view = WorkView.parse({ items: [calendar], total: 1, asOf: '2026-11-02T00:00:00Z' })
  server.use(http.get('*/api/v1/work', () => HttpResponse.json(view)))
  renderApp('/work')
  const notice = await told(/^待录入的放假通知/)
  expect(notice.text).toContain('2027年放假安排')
  expect(notice.href).toBe('/calendar?year=2027')
})

test('thanks lead to where the words stand, and are no work', async () => {
  world.me = world.accounts['member1']
  const id = noticeIds.red
  const thanked = {
    ...{ kind: 'claim.thanked', subject: { kind: 'claim', id }, orderId: id, title: '电工夜校', nudges: null },
    ...{ since: '2026-11-20T01:00:00Z', dueAt: null, waitsForCalendar: false, overdue: false, releasedAt: null },
  }
  const view = WorkView.parse({ items: [thanked], total: 1, asOf: '2026-11-22T00:00:00Z' })
  server.use(http.get('*/api/v1/work', () => HttpResponse.json(view)))
  renderApp('/work')
  const thanks = await told(/^收到的感谢/)
  expect([thanks.text, thanks.href]).toEqual([
    expect.stringMatching(/电工夜校2026年11月20日/),
    `/orders/${id}#order-timeline`,
  ])
  expect(screen.queryByText(/件等您办理/)).toBeNull()
})

test('an inspector is led to each visit and each second look', async () => {
  world.me = world.accounts['inspector1']
  renderApp('/work')
  const visits = within(await screen.findByRole('region', { name: /^待检查的项目/ }))
  for (const link of visits.getAllByRole('link'))
    expect(link.getAttribute('href')).toMatch(/^\/inspections\/[^/]+\/[^/]+$/)
  const looks = within(await screen.findByRole('region', { name: /^待复查的整改/ }))
  expect(looks.getByRole('link').getAttribute('href')).toBe(`/rectifications/${noticeIds.submitted}`)
})

test('whoever stands above calls for a rectification once a day', async () => {
  world.me = world.accounts['county1']
  renderApp(`/rectifications/${noticeIds.green}`)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: '一键催办' }))
  expect(await screen.findByText(/已催办 1 次/)).toBeDefined()
  const button = await screen.findByRole('button', { name: '一键催办' })
  await waitFor(() => expect(button.getAttribute('aria-disabled')).toBe('true'))
  expect(await screen.findByText('今天已催办过，明天起可以再催。')).toBeDefined()
})

test('every number of the overview leads to its rows', async () => {
  world.me = world.accounts['county1']
  renderApp('/libraries')
  const link = await screen.findByRole('link', { name: /^虹桥镇，超期，1项/ })
  const target = new URL(link.getAttribute('href') ?? '', 'http://localhost')
  expect(target.pathname).toBe('/orders')
  expect(Object.fromEntries(target.searchParams)).toMatchObject({ tier: 'B', light: 'red', state: 'live' })
})
