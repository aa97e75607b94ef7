import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { PostMessage, ReadMessages, type TalkView } from '@dj/shared/claim/talk/talk.schema.ts'
import { ReleaseWords } from '@dj/shared/collect/need/need.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { aMessage, aTalk } from '../../main/mocks/claim/talks.mocks.ts'
import { refuse } from '../../main/mocks/refuse.ts'
import { renderApp } from '../../main/mocks/render-app.tsx'
import { server, startWorld } from '../../main/mocks/server.ts'
import type { World } from '../../main/mocks/world.ts'

let world: World
let sent: unknown[]
beforeEach(() => {
  world = startWorld()
  world.me = world.accounts['member1']
  sent = []
})

/** Opens the order page with this conversation, and gives what stands in it. */
async function open(talk: TalkView) {
  server.use(http.get('*/api/v1/orders/:id/talks', () => HttpResponse.json({ items: [talk] })))
  const order = world.market.orders.find(({ title }) => title.includes('消防'))
  const app = renderApp(`/orders/${must(order, 'an order').id}`)
  await screen.findByRole('heading', { level: 1 })
  return { ...app, card: within(await screen.findByRole('article', { name: '与红帆 07的沟通' })) }
}

const path = '*/api/v1/claims/:claimId/needs/:needId'

test('the claimant reads the words without personal data and whom to talk to, and writes', async () => {
  server.use(
    http.post(`${path}/messages`, async ({ request }) => {
      sent.push(PostMessage.parse(await request.json()))
      return HttpResponse.json({ id: crypto.randomUUID(), at: '2026-11-20T02:00:00.000Z' }, { status: 201 })
    }),
  )
  const { card, user } = await open(aTalk())
  expect(card.getByText('车间夜班想学消防，电话〔电话已隐去〕')).toBeDefined()
  expect(card.getByText(/第一党支部 · 李干事/)).toBeDefined()
  expect(card.getByRole('link', { name: '0577-62001234' }).getAttribute('href')).toBe('tel:057762001234')
  expect(card.getByText('没有同意告知联系方式，请在下面留言')).toBeDefined()
  expect(card.getByText('还没有人留言。')).toBeDefined()
  await user.click(card.getByRole('button', { name: '发送' }))
  expect(card.getByLabelText('留言').getAttribute('aria-invalid')).toBe('true')
  await user.type(card.getByLabelText('留言'), '周六上午到厂里，行吗？')
  await user.click(card.getByRole('button', { name: '发送' }))
  expect(await card.findByDisplayValue('')).toBeDefined()
  expect(sent).toEqual([{ words: '周六上午到厂里，行吗？' }])
})

test('what is refused stays as it was typed', async () => {
  server.use(http.post(`${path}/messages`, () => refuse('talk.closed')))
  const { card, user } = await open(aTalk())
  await user.type(card.getByLabelText('留言'), '还在吗')
  await user.click(card.getByRole('button', { name: '发送' }))
  expect(await card.findByText('这次认领已经结束，沟通内容只能查看。')).toBeDefined()
  expect(card.getByLabelText('留言')).toHaveProperty('value', '还在吗')
})

test('a contact is shown by consent, for a reason', async () => {
  server.use(
    http.post(`${path}/contact`, () => HttpResponse.json({ name: '林师傅', phone: '13800001234', phoneWords: null })),
  )
  const { card, user } = await open(aTalk({ contact: 'shared' }))
  await user.click(card.getByRole('button', { name: '查看联系方式' }))
  const dialog = within(await screen.findByRole('dialog', { name: '查看联系方式' }))
  expect(dialog.getByText(/看过的人和设备不能代需求方答复、评价/)).toBeDefined()
  await user.click(dialog.getByRole('button', { name: '约定上门时间' }))
  await user.click(dialog.getByRole('button', { name: '查看联系方式' }))
  expect((await card.findByRole('link', { name: '13800001234' })).getAttribute('href')).toBe('tel:13800001234')
})

test('what is on the screen is marked as read up to the last message', async () => {
  server.use(
    http.post(`${path}/messages/read`, async ({ request }) => {
      sent.push(ReadMessages.parse(await request.json()))
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const messages = [aMessage(1, { side: 'owner', who: '陈书记' }), aMessage(2, { words: '门卫处见' })]
  const { card } = await open(aTalk({ messages, unread: 2 }))
  const said = within(card.getByRole('list', { name: '留言' }))
  expect(said.getByText('发单单位 · 陈书记')).toBeDefined()
  expect(card.getByText('2 条未读')).toBeDefined()
  await expect.poll(() => sent).toEqual([{ until: messages[1]?.id }])
})

test('earlier messages come a page at a time, before those already there', async () => {
  server.use(
    http.get(`${path}/messages`, ({ request }) => {
      sent.push(new URL(request.url).searchParams.get('before'))
      return HttpResponse.json({ messages: [aMessage(1), aMessage(2)], earlier: 0 })
    }),
  )
  const { card, user } = await open(aTalk({ messages: [aMessage(3)], earlier: 2 }))
  await user.click(card.getByRole('button', { name: '更早的 2 条' }))
  await card.findByText('第1条')
  expect(card.getAllByText(/^第\d条$/).map((each) => each.textContent)).toEqual(['第1条', '第2条', '第3条'])
  expect(sent).toEqual([aMessage(3).id])
  expect(card.queryByRole('button', { name: /更早/ })).toBeNull()
})

test('when the claim is over it is read-only, and says so', async () => {
  const { card } = await open(aTalk({ closed: true, words: null, contact: 'shared', messages: [aMessage(1)] }))
  expect(card.getByText('第1条')).toBeDefined()
  expect(card.getByText('这次认领已经结束，不能再留言。')).toBeDefined()
  expect(card.queryByRole('textbox')).toBeNull()
  expect(card.queryByRole('button', { name: '查看联系方式' })).toBeNull()
})

test('the owner puts the words right, over those that were read', async () => {
  server.use(
    http.post('*/api/v1/needs/:id/released-words', async ({ request }) => {
      sent.push(ReleaseWords.parse(await request.json()))
      return refuse('request.stale_version')
    }),
  )
  const { card, user } = await open(aTalk({ side: 'owner', mayCorrect: true }))
  await user.click(card.getByRole('button', { name: '核改给认领方看的内容' }))
  const dialog = within(await screen.findByRole('dialog'))
  const words = dialog.getByLabelText('认领方看到的内容')
  await user.clear(words)
  await user.type(words, '夜班想学消防')
  await user.click(dialog.getByRole('button', { name: '保存' }))
  expect(await dialog.findByText('内容已被他人更新，请刷新后在最新版本上修改。')).toBeDefined()
  expect(sent).toEqual([{ words: '夜班想学消防', instead: aTalk().words }])
})

test('whoever takes no part sees no conversation', async () => {
  const order = must(world.market.orders[0], 'an order')
  renderApp(`/orders/${order.id}`)
  await screen.findByRole('heading', { level: 1 })
  expect(screen.queryByRole('heading', { name: '沟通' })).toBeNull()
})

test('without an office telephone the county’s hotline stands in', async () => {
  const owner = { organization: '第一党支部', person: '陈书记', contact: null }
  const { card } = await open(aTalk({ owner }))
  expect(card.getByText('第一党支部 · 陈书记')).toBeDefined()
  expect((await card.findByRole('link', { name: /热线/ })).getAttribute('href')).toMatch(/^tel:/)
})
