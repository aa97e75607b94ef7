import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { must } from '@dj/shared/platform/assert.ts'
import { deadlineAfterDays, lastDayOf } from '@dj/shared/platform/time/deadline.ts'
import { formatDate } from '../../platform/ui/time/dates.ts'
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
const liveOn = (words: string) =>
  world.market.claims.filter(({ orderId, state }) => orderId === find(words).id && state === 'active')

test.each([
  ['机器人', 'member1', '该项目须由党小组、党支部或党建联盟集体认领。'],
  ['劳动合同', 'worker1', '认领面向党员；职工群众可以附议和评价。'],
  ['换届', 'member1', '名额已满，请查看其他需求项目。'],
])('claiming %s is refused to %s with the reason', async (words, account, reason) => {
  world.me = world.accounts[account]
  const { user } = renderApp(pageOf(words))
  const button = await screen.findByRole('button', { name: '认领', description: reason })
  expect(button.getAttribute('aria-disabled')).toBe('true')
  await user.click(button)
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('who has as many claims as allowed is told so before trying', async () => {
  world.market.settings.claim.perMember = 2
  renderApp(pageOf('劳动合同'))
  expect(await screen.findByRole('button', { name: '认领', description: /在办认领已达上限/ })).toBeDefined()
  world.market.settings.claim.perMember = 3
})

test('one tap and a second look: what is expected is said, the claim is taken, and can be undone', async () => {
  const { user } = renderApp(pageOf('劳动合同'))
  await user.click(await screen.findByRole('button', { name: '认领' }))
  const sheet = within(await screen.findByRole('dialog', { name: '认领“请律师到车间讲一次劳动合同和工时”' }))
  expect(sheet.getByText(/30 天内办结，最晚/)).toBeDefined()
  expect(sheet.getByText(/至少每 14 天报告一次进展/)).toBeDefined()
  await user.click(sheet.getByRole('button', { name: '确认认领' }))
  expect(await screen.findByText(/已认领，请在.*前办结/)).toBeDefined()
  expect(liveOn('劳动合同')).toHaveLength(2)
  expect(await screen.findByRole('link', { name: '我在办，去报告进展' })).toBeDefined()
  await user.click(screen.getByRole('button', { name: '撤销' }))
  expect(await screen.findByText('已撤销认领，名额重新开放')).toBeDefined()
  await waitFor(() => expect(liveOn('劳动合同')).toHaveLength(1))
  expect(await screen.findByRole('button', { name: '认领' })).toBeDefined()
})

test('whoever comes second is told why, and nothing pretends otherwise', async () => {
  const { user } = renderApp(`${pageOf('劳动合同')}?do=claim`)
  const confirm = await screen.findByRole('button', { name: '确认认领' })
  find('劳动合同').places = 1
  await user.click(confirm)
  expect(await screen.findByText('名额已满，请查看其他需求项目。')).toBeDefined()
  expect(liveOn('劳动合同')).toHaveLength(1)
})

test('a secretary claims for the branch or a group below it, and lists who takes part', async () => {
  world.me = world.accounts['secretary1']
  const { user } = renderApp(pageOf('机器人'))
  await user.click(await screen.findByRole('button', { name: '集体认领' }))
  const sheet = within(await screen.findByRole('dialog'))
  await sheet.findByRole('option', { name: '天正电气第一党小组' })
  await user.selectOptions(sheet.getByLabelText('以哪个组织认领'), '天正电气党支部')
  await user.click(await sheet.findByRole('checkbox', { name: /红帆 11/ }))
  await user.click(sheet.getByRole('button', { name: '确认集体认领' }))
  await waitFor(() => expect(liveOn('机器人')).toHaveLength(1))
  expect(liveOn('机器人')[0]?.participants).toEqual([expect.objectContaining({ state: 'listed' })])
})

test('the owner accepts who asked, and the clock starts', async () => {
  world.me = world.accounts['secretary1']
  const { user } = renderApp(pageOf('污水'))
  const accept = await screen.findByRole('button', { name: '同意红帆 11认领' })
  const due = formatDate(lastDayOf(deadlineAfterDays(new Date(), 30)), 'zh-CN')
  expect(screen.getByText(/^今天同意的/).textContent).toContain(`最后一天是${due}，对方随即可以办理`)
  await user.click(accept)
  expect(await screen.findByText('已同意红帆 11认领，从今天起计时')).toBeDefined()
  expect(liveOn('污水')).toHaveLength(1)
})

test('a person listed in a collective claim answers before being counted in', async () => {
  const { user } = renderApp('/claims')
  await user.click(await screen.findByRole('button', { name: '参加' }))
  expect(await screen.findByText('已确认参加')).toBeDefined()
  expect(liveOn('小候鸟')[0]?.participants[0]?.state).toBe('confirmed')
})
