import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderApp } from '../../main/mocks/render-app.tsx'
import { server, startWorld } from '../../main/mocks/server.ts'
import type { World } from '../../main/mocks/world.ts'

let world: World
beforeEach(() => {
  world = startWorld()
})

test('while typing, those who asked for the same are shown and can be joined with one tap', async () => {
  world.me = world.accounts['worker1']
  const { user } = renderApp('/needs/new')
  await user.type(await screen.findByLabelText('用自己的话说就行'), '想请心理咨询师每周到厂里坐班')
  await user.click(await screen.findByRole('button', { name: /^附议：夜班职工压力大/ }))
  await waitFor(() =>
    expect(world.needs.find(({ view }) => /夜班职工压力大/.test(view.body))?.secondedBy).toHaveLength(1),
  )
})

test('whoever is signed in fills the form of strangers, without what is known of them, with photos; a reload keeps it all', async () => {
  world.me = world.accounts['worker1']
  const first = renderApp('/needs/new')
  await first.user.type(await screen.findByLabelText('用自己的话说就行'), '车间照明太暗')
  await first.user.click(screen.getByRole('button', { name: '下一步' }))
  await first.user.click(await screen.findByRole('radio', { name: /维权|权益/ }))
  first.unmount()
  const { user } = renderApp('/needs/new?step=3')
  await user.click(await screen.findByRole('radio', { name: /比较急/ }))
  await user.click(screen.getByRole('button', { name: '下一步' }))
  await user.click(await screen.findByRole('button', { name: '下一步' }))
  await user.upload(await screen.findByLabelText('拍照或选图'), [new File(['photo'], 'a.jpg', { type: 'image/jpeg' })])
  await waitFor(() => expect(world.market.photos.size).toBe(1))
  await user.click(screen.getByRole('button', { name: '下一步' }))
  await user.click(await screen.findByRole('button', { name: '提交' }))
  await screen.findByText('330382-7KQM-X2WT', { selector: '.filed__code' })
  expect(world.needs.at(-1)?.view).toMatchObject({ body: '车间照明太暗', category: 'rights', urgency: 'urgent' })
  expect(world.needs.at(-1)?.view.photos).toHaveLength(1)
  expect(localStorage.getItem(`dj.draft.raise.${world.me?.person.id}`)).toBe('{}')
})

test('a call is written down without a mouse, and the receipt code is told once', async () => {
  world.me = world.accounts['operator1']
  const { user } = renderApp('/needs/new')
  const words = await screen.findByLabelText('需求原话')
  await waitFor(() => expect(document.activeElement).toBe(words))
  await user.keyboard('食堂早饭供应太晚')
  await user.tab()
  await user.selectOptions(screen.getByLabelText('类别'), 'care')
  await user.type(screen.getByLabelText(/所属单位或镇街/), '断路器')
  await user.keyboard('{Enter}')
  await user.type(screen.getByLabelText(/联系电话/), '138 0000 1234')
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByText('330382-7KQM-X2WT', { selector: '.filed__code' })).toBeDefined()
  expect(world.needs.at(-1)).toMatchObject({ phone: '13800001234', view: { channel: 'hotline' } })
  expect(world.needs.at(-1)?.view.organization?.name).toBe('断路器企业联合党支部')
})

test('a call half written down survives a reload, and is gone at sign-out', async () => {
  world.me = world.accounts['operator1']
  const first = renderApp('/needs/new')
  await first.user.type(await screen.findByLabelText('需求原话'), '食堂早饭')
  first.unmount()
  const second = renderApp('/needs/new')
  expect(await screen.findByLabelText('需求原话')).toHaveProperty('value', '食堂早饭')
  await second.router.navigate({ to: '/me' })
  await second.user.click(await screen.findByRole('button', { name: '退出登录' }))
  await screen.findByText('您已退出登录。')
  expect(Object.keys(localStorage).filter((key) => key.startsWith('dj.draft.'))).toEqual([])
})

test('a contact stays masked until a reason is given', async () => {
  world.me = world.accounts['secretary1']
  const { user } = renderApp(`/needs/${world.needs[0]?.view.id ?? ''}`)
  expect(await screen.findByText(/138\*\*\*\*1234/)).toBeDefined()
  await user.click(screen.getByRole('button', { name: '查看完整联系方式' }))
  await user.click(screen.getByRole('button', { name: '电话了解需求详情' }))
  await user.click(screen.getAllByRole('button', { name: '查看完整联系方式' }).at(-1) ?? document.body)
  expect(await screen.findByText(/13800001234/)).toBeDefined()
})

test('a requester who is not satisfied asks once for a second look', async () => {
  world.me = world.accounts['member1']
  const answered = world.needs.find(({ view }) => view.state === 'answered')
  const { user } = renderApp(`/needs/${answered?.view.id ?? ''}`)
  await user.click(await screen.findByRole('button', { name: '申请重办' }))
  await user.type(screen.getByLabelText('为什么要重办？'), '菜价一分没降')
  await user.click(screen.getAllByRole('button', { name: '申请重办' }).at(-1) ?? document.body)
  await waitFor(() => expect(answered?.view.state).toBe('received'))
  expect(await screen.findByText('菜价一分没降')).toBeDefined()
})

test('a lost receipt code is replaced by the hotline, shown once and put away; a secretary is told whom to ask', async () => {
  world.me = world.accounts['operator1']
  const asked: unknown[] = []
  server.use(
    http.post('*/api/v1/needs/:id/receipt-code', async ({ request }) => {
      asked.push(await request.json())
      return HttpResponse.json({ receiptCode: '330382-N3WK-CD22' })
    }),
  )
  const path = `/needs/${world.needs[0]?.view.id ?? ''}`
  const { user, unmount } = renderApp(path)
  await user.click(await screen.findByRole('button', { name: '补发回执码' }))
  await user.click(screen.getByRole('button', { name: '来电号码与登记的一致' }))
  await user.click(screen.getAllByRole('button', { name: '补发回执码' }).at(-1) ?? document.body)
  expect(await screen.findByText('330382-N3WK-CD22', { selector: '.contact__code > code' })).toBeDefined()
  expect(asked).toEqual([{ reason: '来电号码与登记的一致' }])
  await user.click(screen.getByRole('button', { name: '已告知，收起' }))
  expect(screen.queryByText('330382-N3WK-CD22')).toBeNull()
  unmount()
  world.me = world.accounts['secretary1']
  renderApp(path)
  expect(await screen.findByText(/遗失的，请提出人拨打红色征集热线补发/)).toBeDefined()
})

test('the last day to answer is written as that day, and not as the midnight after it', async () => {
  world.me = world.accounts['secretary1']
  const record = world.needs.find(({ view }) => view.state === 'received')
  const need = { ...record?.view, respondBy: '2026-12-01T16:00:00.000Z' }
  server.use(http.get('*/api/v1/needs/:id', () => HttpResponse.json(need)))
  renderApp(`/needs/${need.id}`)
  const term = await screen.findByText('答复时限')
  expect(term.parentElement?.textContent).toBe('答复时限2026年12月1日 (周二)')
})
