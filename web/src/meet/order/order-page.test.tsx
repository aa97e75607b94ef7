import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { must } from '@dj/shared/platform/assert.ts'
import { renderApp } from '../../main/mocks/render-app.tsx'
import { startWorld } from '../../main/mocks/server.ts'
import type { World } from '../../main/mocks/world.ts'

let world: World
beforeEach(() => {
  world = startWorld()
  world.me = world.accounts['member1']
})

const find = (words: string) =>
  must(
    world.market.orders.find(({ title }) => title.includes(words)),
    words,
  )
const pageOf = (words: string) => `/orders/${find(words).id}`

test('everybody sees who holds it, until when, and what comes next', async () => {
  renderApp(pageOf('消防'))
  expect(await screen.findByRole('heading', { level: 1, name: '厂区消防真演练，结合电气火灾' })).toBeDefined()
  const who = screen.getByText('谁在办').parentElement
  expect(who?.textContent).toContain('红帆 07')
  expect(screen.getByText('到什么时候').parentElement?.textContent).toMatch(/正常.*还剩 1[78] 天/)
  expect(screen.getByText('下一步').parentElement?.textContent).toContain('承办方办理并提交办结')
})

test('the timeline is the spine: each step with its words, and at its end what comes next', async () => {
  renderApp(pageOf('消防'))
  const spine = within(await screen.findByRole('list', { name: '办理经过' }))
  await spine.findByText('收到 2 条需求')
  const titles = ['建单', '发布，列入需求库', '认领', '报告进展', '承办方办理并提交办结']
  for (const title of titles) expect(spine.getByText(title)).toBeDefined()
  expect(spine.getByText(/“演练方案已和安环部定稿。”/)).toBeDefined()
})

test('ratings stand side by side, and too few give no average', async () => {
  renderApp(pageOf('劳动法常识'))
  const members = within((await screen.findByRole('heading', { name: '党员评价' })).parentElement ?? document.body)
  expect(members.getByText('6 人评价，6 人满意')).toBeDefined()
  expect(members.getByText(/真实满意率有 95% 的把握在 61% 到 100% 之间/)).toBeDefined()
  const workers = within(screen.getByRole('heading', { name: '职工评价' }).parentElement ?? document.body)
  expect(workers.getByText(/评价人数太少，不算平均分/)).toBeDefined()
})

test('no grade is preset when somebody entitled rates', async () => {
  const { user } = renderApp(pageOf('劳动法常识'))
  await user.click(await screen.findByRole('button', { name: '评价' }))
  const sheet = within(await screen.findByRole('dialog'))
  expect(sheet.getAllByRole('radio')).toHaveLength(15)
  expect(sheet.queryAllByRole('radio', { checked: true })).toHaveLength(0)
  for (const radio of sheet.getAllByRole('radio', { name: '满意' })) await user.click(radio)
  await user.click(sheet.getByRole('button', { name: '提交评价' }))
  expect(await screen.findByText('7 人评价，7 人满意')).toBeDefined()
  expect(await screen.findByRole('button', { name: '修改评价' })).toBeDefined()
})

test('a voice is counted at once, and only once', async () => {
  const { user } = renderApp(pageOf('污水'))
  await user.click(await screen.findByRole('button', { name: '我们也需要' }))
  const button = await screen.findByRole('button', { name: '我们也需要（已有 1 人附议）' })
  await waitFor(() => expect(button.getAttribute('aria-disabled')).toBe('true'))
  expect(find('污水').secondedBy).toHaveLength(1)
})

test('whoever raised the need answers whether it is solved', async () => {
  world.me = world.accounts['worker1']
  const { user } = renderApp(pageOf('换届'))
  const question = within(await screen.findByRole('group', { name: '解决了吗？' }))
  expect(question.queryAllByRole('radio', { checked: true })).toHaveLength(0)
  await user.click(question.getByRole('radio', { name: /^解决了/ }))
  await user.click(screen.getByRole('button', { name: '提交答复' }))
  expect(await screen.findByText('已记下您的答复，谢谢')).toBeDefined()
  expect(find('换届').state).toBe('closed')
})

test('a draft of a town needs a second person, and says so to its author', async () => {
  world.me = world.accounts['town1']
  renderApp(pageOf('篮球'))
  const button = await screen.findByRole('button', { name: '发布', description: /须由建单人以外的同志审核发布/ })
  expect(button.getAttribute('aria-disabled')).toBe('true')
})

test('a draft is published with a second look, or discarded with its needs kept', async () => {
  world.me = world.accounts['secretary1']
  const { user } = renderApp(pageOf('骑手'))
  await user.click(await screen.findByRole('button', { name: '作废草稿' }))
  const sheet = within(await screen.findByRole('dialog', { name: '作废“沿街党群服务站中午向骑手开放”？' }))
  expect(sheet.getByText(/1 条来源需求回到待办/)).toBeDefined()
  await user.click(sheet.getByRole('button', { name: '取消' }))
  await user.click(screen.getByRole('button', { name: '发布' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '确认发布' }))
  expect(await screen.findByText(/^已发布 /)).toBeDefined()
  expect(find('骑手').state).toBe('open')
})

test('an order that is not there says so', async () => {
  renderApp('/orders/01990000-0000-7000-8000-000000009999')
  expect(await screen.findByText(/没有找到该内容/)).toBeDefined()
})
