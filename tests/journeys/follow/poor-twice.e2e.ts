import { must } from '@dj/shared/platform/assert.ts'
import { afterAll, beforeAll, expect } from 'vitest'
import { test } from '../../support/browser-test.ts'
import { atDevice, giveReason } from '../../support/at-device.ts'
import { PASSWORD } from '../../support/house.ts'
import { aPicture, inspect } from '../../support/inspecting.ts'
import { look } from '../../support/look.ts'
import { printed } from '../../support/printed.ts'
import { aRunningRound } from '../../support/rounds.ts'
import type { Person } from '../../support/world.ts'
import { openWorldHouse, type WorldHouse } from '../../support/world-house.ts'

let house: WorldHouse
let inspectors: readonly [Person, Person]
let order: { id: string; number: string | null }
let receiptCode: string
const title = '车间夜班电工培训'
const named = (username: string) => ({ username, password: PASSWORD })

beforeAll(async () => {
  house = await openWorldHouse()
  const { world } = house
  world.clock.set('2026-09-24T02:00:00Z')
  inspectors = [await world.anInspector(named('inspector1')), await world.anInspector(named('inspector2'))]
  await world.aSecretary(undefined, { ...named('secretary1'), alias: '支书老陈' })
  await world.aTownOrganizer(undefined, { ...named('town1'), alias: '城东组织员' })
  const claimant = await world.aMember({ organization: world.county.farBranch, ...named('member1'), alias: '红帆 07' })
  await world.aMember(named('member2'))
  const need = await world.aNeed({ organization: world.county.branches[0] })
  receiptCode = need.receiptCode
  order = await world.anOpenOrder({ title, needs: [need] })
  expect((await world.as(claimant).post(`/orders/${order.id}/claims`)).status).toBe(201)
})
afterAll(() => house.close())

test('found poor once: a numbered notice, put right item by item, and passed by another inspector', async ({
  arrive,
}) => {
  const round = await aRunningRound(house.world, [{ order, inspectors: [inspectors[0]] }])
  const finder = await atDevice(arrive, house, 'inspector1', `/inspections/${round.id}/${order.id}`, { size: 'phone' })
  const words = '夜班没有开课，签到表是事后补的'
  await inspect(finder, { missing: '九月的签到表', effect: '差', verdict: '限期整改', words })

  const claimant = await atDevice(arrive, house, 'member1', `/orders/${order.id}`, { size: 'phone' })
  await claimant.getByRole('heading', { name: '正在整改' }).waitFor()
  await claimant.getByText('还剩 15 个工作日').waitFor()
  await look(claimant, 'poor-order-rectifying')

  const owner = await atDevice(arrive, house, 'secretary1', `/orders/${order.id}`)
  await owner.getByRole('link', { name: '查看整改通知 ZG-2026-000001' }).click()
  await owner.getByRole('button', { name: '明确责任人' }).click()
  await owner.getByRole('button', { name: '确定责任人' }).click()
  await owner.getByText('责任人已明确').waitFor()
  await owner
    .getByText(/^限期补齐并长期保持（/)
    .first()
    .waitFor()
  const form = owner.locator('form').filter({ has: owner.getByLabel('第 1 项的整改情况') })
  await form.getByLabel('第 1 项的整改情况').fill('签到改为当场扫码，补录了九月的课时')
  await form.locator('input[type=file]').setInputFiles(aPicture(150))
  await form.getByRole('button', { name: '保存本项' }).click()
  await owner.getByText('已说明 1 / 1 项').waitFor()
  await owner.getByRole('button', { name: '申请延期' }).click()
  await giveReason(owner, '国庆期间停课', '申请延期')
  await look(owner, 'poor-notice')
  expect(await printed(owner, 'journeys/poor-notice')).toBe(1)
  await owner.getByRole('button', { name: '提交复查' }).click()
  await owner.getByRole('dialog').getByRole('button', { name: '提交复查' }).click()
  await owner.getByText('等待另一名检查员复查').waitFor()

  const path = new URL(owner.url()).pathname
  await finder.goto(path)
  await finder.getByText('您没有需要办理的事项。').waitFor()
  const other = await atDevice(arrive, house, 'inspector2', path, { size: 'phone' })
  await other.getByRole('radio', { name: /^通过/ }).check()
  await other.getByLabel('好', { exact: true }).check()
  await other.getByLabel('看到的情况').fill('已改到位，当晚课堂二十人')
  await look(other, 'poor-reinspection')
  await other.getByRole('button', { name: '提交复查结论' }).click()
  await other.getByText('整改结束，项目恢复办理').first().waitFor()
  await claimant.reload()
  await claimant.getByText('名额已满').or(claimant.getByText('办理中')).first().waitFor()
})

test('found poor again the next quarter: retirement proposes itself, is decided, noticed, objected to, answered, final', async ({
  arrive,
}) => {
  const { world } = house
  world.clock.set('2026-10-12T02:00:00Z')
  const round = await aRunningRound(world, [{ order, inspectors: [inspectors[1]] }])
  const finder = await atDevice(arrive, house, 'inspector2', `/inspections/${round.id}/${order.id}`, { size: 'phone' })
  const words = '国庆后又停了课，教室已改作仓库'
  await inspect(finder, { effect: '差', verdict: '限期整改', words })

  const town = await atDevice(arrive, house, 'town1', '/retirements')
  await town.getByRole('link', { name: title }).waitFor()
  await look(town, 'retirements')
  await town.getByRole('link', { name: title }).click()
  await town.getByText('系统按规则提请').waitFor()
  await town.getByText(/此前\s?2026年第3季度/).waitFor()
  await look(town, 'retirement-proposed')
  await town.getByRole('button', { name: '同意退出' }).click()
  await giveReason(town, '两次都差，属实', '同意退出')
  await town.getByText('还剩 5 个工作日').waitFor()
  const path = new URL(town.url()).pathname

  const requester = (await arrive({ baseUrl: house.url, size: 'phone' })).page
  await requester.clock.setFixedTime(world.clock.now())
  await requester.goto(`/receipt/${receiptCode}`)
  await requester.getByText('项目拟退出，正在公示').waitFor()
  await requester.getByRole('button', { name: '提出异议' }).click()
  await requester.getByLabel('异议内容').fill('还有二十多人想学，请不要取消')
  await look(requester, 'receipt-notice')
  await requester.getByRole('button', { name: '提出异议' }).click()
  await requester.getByText('您的异议已记下').waitFor()

  const member = await atDevice(arrive, house, 'member2', `/orders/${order.id}`, { size: 'phone' })
  await member.getByRole('heading', { name: '拟退出需求库' }).waitFor()
  await look(member, 'order-retiring')
  await member.getByRole('link', { name: '查看公示，提出异议' }).click()
  await member.getByRole('button', { name: '提出异议' }).click()
  await member.getByLabel('异议内容').fill('换个教室就能接着办')
  await member.getByRole('button', { name: '提出异议' }).click()
  await member.getByText('换个教室就能接着办').waitFor()
  await look(member, 'retirement-objected')

  // Nobody is signed in any more after eight days without a look.
  for (const page of [finder, town, member]) await page.close()
  world.clock.set('2026-10-20T02:00:00Z')
  const decider = await atDevice(arrive, house, 'town1', path)
  await decider.getByText('还有异议未答复').waitFor()
  await look(decider, 'retirement-unanswered')
  for (const answer of ['党校夜班十一月开同样的课，已逐一联系', '教室由园区统一安排，无法另换']) {
    await decider.getByLabel('答复', { exact: true }).first().fill(answer)
    await decider.getByRole('button', { name: '提交答复' }).first().click()
    await decider.getByRole('blockquote').getByText(answer).waitFor()
  }
  await decider.getByRole('button', { name: '最终退出' }).click()
  await decider.getByRole('dialog').getByRole('button', { name: '最终退出' }).click()
  await decider.getByText('可撤回至').waitFor()
  await decider.getByText('2026年10月23日').first().waitFor()
  await look(decider, 'retirement-final')
})

test('the claim ends without blame, the requester is told, the need is built anew, and the old order stays to be found', async ({
  arrive,
}) => {
  const claimant = await atDevice(arrive, house, 'member1', '/claims?show=all', { size: 'phone' })
  await claimant
    .getByRole('link', { name: new RegExp(title) })
    .first()
    .click()
  await claimant.getByText('不是您的责任').first().waitFor()
  await look(claimant, 'claim-retired')

  const requester = (await arrive({ baseUrl: house.url, size: 'phone' })).page
  await requester.clock.setFixedTime(house.world.clock.now())
  await requester.goto(`/receipt/${receiptCode}`)
  await requester.getByText('原项目已退出，您的需求重新安排').waitFor()
  await requester.getByText('党校夜班十一月开同样的课').waitFor()
  await look(requester, 'receipt-retired')

  const owner = await atDevice(arrive, house, 'secretary1', '/desk')
  await owner.getByRole('checkbox', { name: /车间夜班工人希望/ }).check()
  await owner.getByText('已退出，需重新办理').waitFor()
  await look(owner, 'desk-returned')
  await owner.keyboard.press('b')
  await owner.getByLabel('项目名称').fill(`${title}（党校班）`)
  await owner.getByLabel('验收标准').fill('二十名学员结业')
  await owner.getByLabel('列入此类的理由').fill('只涉及本支部')
  await owner.getByRole('radio', { name: '个人、集体均可认领' }).check()
  await owner.getByRole('button', { name: '存为草稿' }).click()
  await owner.getByRole('button', { name: `发布：${title}（党校班）` }).click()
  await owner.getByRole('button', { name: '确认发布' }).click()
  await owner
    .getByText(/已发布/)
    .first()
    .waitFor()

  await owner.goto(`/orders?state=retired&q=${encodeURIComponent('电工')}`)
  await owner
    .getByRole('link', { name: new RegExp(title) })
    .first()
    .click()
  await owner.getByRole('heading', { name: '已退出需求库' }).waitFor()
  await owner.getByText('理由：国庆后又停了课，教室已改作仓库').waitFor()
  await look(owner, 'order-retired')
  await owner.getByRole('link', { name: /党校班/ }).click()
  await owner.getByText('接续已退出的项目').waitFor()
  await owner.getByRole('link', { name: new RegExp(must(order.number, 'a published order')) }).waitFor()
})
