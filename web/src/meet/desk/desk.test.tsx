import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { ids } from '../../main/mocks/county/county.world.ts'
import { toView } from '../../main/mocks/build/market.views.ts'
import { renderApp } from '../../main/mocks/render-app.tsx'
import { server, startWorld } from '../../main/mocks/server.ts'
import type { World } from '../../main/mocks/world.ts'

let world: World
beforeEach(() => {
  world = startWorld()
})

const signIn = (username: string) => {
  world.me = world.accounts[username]
  return renderApp('/desk')
}
const waiting = async () => within(await screen.findByRole('region', { name: /待处理需求/ }))

test('the desk is worked by keyboard: down, tick, down, tick, build', async () => {
  const { user } = signIn('secretary1')
  await (await waiting()).findByText(/上月有工友手指压伤/)
  await user.keyboard('jxjx')
  expect(screen.getByText('已选2条需求')).toBeDefined()
  await user.keyboard('b')
  expect(await screen.findByRole('heading', { name: '用2条需求建一个单' })).toBeDefined()
})

test('one order is built from several needs, and they leave the waiting ones', async () => {
  const { user } = signIn('secretary1')
  const column = await waiting()
  await user.click(await column.findByRole('checkbox', { name: /车间夜班多/ }))
  await user.click(column.getByRole('checkbox', { name: /夜班职工压力大/ }))
  await user.keyboard('b')
  expect(await screen.findByLabelText('项目名称')).toHaveProperty('value', '夜班职工压力大')
  await user.type(screen.getByLabelText('验收标准'), '每周坐班半天，坐满一个季度')
  await user.type(screen.getByLabelText('列入此类的理由'), '只面向本支部职工')
  await user.click(screen.getByRole('radio', { name: '个人、集体均可认领' }))
  await user.click(screen.getByRole('button', { name: '存为草稿' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  const built = world.market.orders.at(-1)
  expect(built).toMatchObject({ tier: 'C', state: 'draft', ownerId: ids.branch, category: 'care' })
  expect(built?.needs).toHaveLength(2)
  await waitFor(() => expect(column.queryByText(/夜班职工压力大/)).toBeNull())
})

test('what was typed survives a refusal and closing the sheet', async () => {
  const { user } = signIn('secretary1')
  await user.click(await (await waiting()).findByRole('checkbox', { name: /上月有工友/ }))
  await user.keyboard('b')
  const title = await screen.findByLabelText('项目名称')
  await user.clear(title)
  await user.type(title, '请安全员查冲床')
  await user.click(screen.getByRole('button', { name: '存为草稿' }))
  expect(screen.getByLabelText('验收标准').getAttribute('aria-invalid')).toBe('true')
  await user.click(screen.getByRole('button', { name: '取消' }))
  await user.keyboard('b')
  expect(await screen.findByLabelText('项目名称')).toHaveProperty('value', '请安全员查冲床')
})

test('the author of a county order is told that somebody else has to publish it', async () => {
  const { user } = signIn('county1')
  await user.click(await (await waiting()).findByRole('checkbox', { name: /模具用的/ }))
  await user.keyboard('b')
  await user.type(await screen.findByLabelText('验收标准'), '谈成联合采购价')
  await user.type(screen.getByLabelText('列入此类的理由'), '三个镇街的模具厂都有此需求')
  await user.click(screen.getByRole('radio', { name: '集体认领' }))
  await user.click(screen.getByRole('button', { name: '存为草稿' }))
  const publish = await screen.findByRole('button', { name: /^发布：模具用的/ })
  expect(publish.getAttribute('aria-disabled')).toBe('true')
  const reason = document.getElementById(publish.getAttribute('aria-describedby') ?? '')
  expect(reason?.textContent).toContain('须由建单人以外的同志审核发布')
})

test('needs are merged under one of them, and the merge can be undone', async () => {
  const { user } = signIn('secretary1')
  const column = await waiting()
  await user.click((await column.findAllByRole('button', { name: /可能重复/ }))[0] ?? document.body)
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '合并' }))
  await waitFor(() => expect(world.needs.filter(({ view }) => view.mergedIntoId !== null)).toHaveLength(1))
  await user.click(await screen.findByRole('button', { name: '撤销合并' }))
  await waitFor(() => expect(world.needs.filter(({ view }) => view.mergedIntoId !== null)).toHaveLength(0))
})

test('declining needs a reason in words', async () => {
  const { user } = signIn('secretary1')
  await (await waiting()).findByText(/上月有工友/)
  await user.keyboard('jd')
  const dialog = within(screen.getByRole('dialog'))
  await user.click(dialog.getByRole('button', { name: '不予受理' }))
  expect(dialog.getByText('此项必填。')).toBeDefined()
  await user.type(dialog.getByLabelText('不予受理的原因'), '属企业日常安全管理，已转告企业')
  await waitFor(async () => {
    const button = dialog.queryByRole('button', { name: '不予受理' })
    if (button !== null) await user.click(button)
    expect(world.needs.some(({ view }) => view.state === 'declined' && /冲床/.test(view.body))).toBe(true)
  })
})

test('somebody saved meanwhile: their change is shown, and mine is kept', async () => {
  world.me = world.accounts['secretary1']
  const draft = world.market.orders.find(({ state, tier }) => state === 'draft' && tier === 'C')
  const { user } = renderApp(`/desk/orders/${draft?.id ?? ''}/edit`)
  const beneficiaries = await screen.findByLabelText('受益对象')
  await user.type(beneficiaries, '和骑手')
  server.use(
    http.get('*/api/v1/orders/:id', () => {
      if (draft === undefined || world.me === undefined) return HttpResponse.error()
      return HttpResponse.json({ ...toView(world.market, draft, world.me), title: '中午向骑手开放', version: 9 })
    }),
    http.patch('*/api/v1/orders/:id', () =>
      HttpResponse.json(
        { type: 'about:blank', title: 'stale', status: 412, code: 'request.stale_version', requestId: 'mock' },
        { status: 412 },
      ),
    ),
  )
  await user.click(screen.getByRole('button', { name: '保存修改' }))
  expect(await screen.findByRole('heading', { name: /别人刚刚改过/ })).toBeDefined()
  expect(screen.getByText('中午向骑手开放')).toBeDefined()
  expect(beneficiaries).toHaveProperty('value', '装配车间一线职工和骑手')
})
