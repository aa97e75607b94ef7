import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { FindingView } from '@dj/shared/follow/finding/finding.schema.ts'
import { EnterSlips } from '@dj/shared/follow/finding/slip.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { renderApp } from '../../main/mocks/render-app.tsx'
import { server, startWorld } from '../../main/mocks/server.ts'
import { aChecklist, aRound, aTarget, inspectors } from './slips.sample.ts'

const round = aRound()
const [first, second] = [aTarget(1, '园区母婴室改造'), aTarget(2, '企业法律体检')]
const address = `/inspections/slips?round=${round.id}`
let batches: EnterSlips[]
let refused: Map<string, { code: string; path: string | null; message: string }>

const findingOf = ({ attachmentIds, baseVersion, orderId, inspectorId, ...rest }: EnterSlips['slips'][number]) =>
  FindingView.parse({
    ...rest,
    orderId,
    roundId: round.id,
    inspector: { id: inspectorId, alias: '检查员' },
    attachments: attachmentIds,
    version: baseVersion + 1,
    state: 'final',
    receivedAt: '2026-11-21T01:00:00Z',
    quarter: '2026Q4',
    late: false,
    upheld: 'standing',
    enteredBy: '王科长',
  })

beforeEach(() => {
  const world = startWorld()
  world.me = world.accounts['county1']
  batches = []
  refused = new Map()
  server.use(
    http.get('*/api/v1/rounds/:id', () => HttpResponse.json(round)),
    http.get('*/api/v1/rounds/:id/targets', () =>
      HttpResponse.json({ items: [first, second], nextCursor: null, total: 2 }),
    ),
    http.get('*/api/v1/checklist', () => HttpResponse.json(aChecklist())),
    http.post('*/api/v1/rounds/:id/slips', async ({ request }) => {
      const batch = EnterSlips.parse(await request.json())
      batches.push(batch)
      const items = batch.slips.map((slip) => {
        const refusal = refused.get(slip.orderId) ?? null
        return { findingId: slip.id, orderId: slip.orderId, finding: refusal ? null : findingOf(slip), refusal }
      })
      return HttpResponse.json({ items, stored: items.filter(({ finding }) => finding !== null).length })
    }),
  )
})

type User = ReturnType<typeof renderApp>['user']
const code = () => screen.findByLabelText('检查单编号')
const choose = (user: User, group: string | RegExp, answer: string) =>
  user.click(within(screen.getByRole('group', { name: group })).getByRole('radio', { name: answer }))

async function fillIn(user: User, typed: string, words: string): Promise<void> {
  await user.type(await code(), `${typed}{Enter}`)
  await user.selectOptions(await screen.findByLabelText('到场检查的检查员'), inspectors[0].id)
  await user.clear(screen.getByLabelText('检查日期'))
  await user.type(screen.getByLabelText('检查日期'), '2026-11-18')
  await choose(user, '记录完整', '是')
  await choose(user, '效果', '好')
  await choose(user, '处理意见', '通过 不附加要求；正在进行的整改或退出照常办理。')
  await user.type(screen.getByLabelText('现场情况'), words)
  await user.click(screen.getByRole('button', { name: /填好，录下一份/ }))
}

test('slips are typed in one after another, sent as one batch, and leave with a figure', async () => {
  const { user } = renderApp(address)
  await fillIn(user, 'b-2026-1', '现场核实，属实')
  await waitFor(async () => expect(document.activeElement).toBe(await code()))
  await fillIn(user, 'B-2026-000002', '资料齐全')
  await user.click(screen.getByRole('button', { name: '提交 2 份' }))
  expect(await screen.findByText('共录入 2 份')).toBeDefined()
  expect(screen.getByText('还没有录入。从上面扫描或输入编号开始。')).toBeDefined()
  expect(must(batches[0], 'a batch').slips).toMatchObject([
    { orderId: first.orderId, inspectorId: inspectors[0].id, effect: 'good', verdict: 'pass', words: '现场核实，属实' },
    { orderId: second.orderId, writtenAt: '2026-11-17T16:00:00.000Z', answers: { records: true } },
  ])
})

test('nothing is preset, and what is missing is pointed to', async () => {
  const { user } = renderApp(address)
  await user.type(await code(), 'B-2026-1{Enter}')
  await screen.findByLabelText('到场检查的检查员')
  expect(screen.queryAllByRole('radio', { checked: true })).toEqual([])
  await user.click(screen.getByRole('button', { name: /填好，录下一份/ }))
  expect(await screen.findByText('请选择到场检查的检查员。')).toBeDefined()
  for (const name of ['效果', '处理意见'])
    expect(screen.getByRole('group', { name }).getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByRole('button', { name: /^提交/, description: '还没有填好的检查单' })).toBeDefined()
  expect(batches).toEqual([])
})

test('one refused stays whole with its reason at the field, the other is stored', async () => {
  refused.set(first.orderId, { code: 'finding.call_back_missing', path: 'callBack', message: '须先回访' })
  const { user } = renderApp(address)
  await fillIn(user, 'B-2026-1', '对方不在')
  await fillIn(user, 'B-2026-2', '资料齐全')
  await user.click(screen.getByRole('button', { name: '提交 2 份' }))
  expect(await screen.findByText('共录入 1 份')).toBeDefined()
  expect(screen.getByText('1 份没有录入，内容都在，原因标在各份上。')).toBeDefined()
  expect(screen.getByText('有人表示不满意，须先实名回访。')).toBeDefined()
  const group = screen.getByRole('group', { name: '是否已回访' })
  expect(document.activeElement).toBe(group)
  expect(screen.getByLabelText('现场情况')).toHaveProperty('value', '对方不在')
  refused.clear()
  await user.click(within(group).getByRole('radio', { name: '已打通电话' }))
  await choose(user, '对方现在是否满意', '满意')
  // A second press within a blink counts as the first; people are slower than this test.
  await waitFor(async () => {
    await user.click(screen.getByRole('button', { name: '提交 1 份' }))
    expect(batches).toHaveLength(2)
  })
  await waitFor(() => expect(screen.queryByRole('button', { name: /^提交/ })).toBeNull())
  expect(batches[1]?.slips).toMatchObject([
    { id: batches[0]?.slips[0]?.id, callBack: { called: true, satisfied: true } },
  ])
})

test('a code of another quarter or an unknown number is said so; a closed page loses nothing', async () => {
  const { user, unmount } = renderApp(address)
  const other = `http://x/inspections/${first.orderId}/${first.orderId}?slip=${inspectors[1].id}`
  await user.type(await code(), `${other}{Enter}`)
  expect(await screen.findByText(/属于另一季度/)).toBeDefined()
  await user.clear(await code())
  await user.type(await code(), '第十二号{Enter}')
  expect(await screen.findByText(/认不出这个编号/)).toBeDefined()
  await user.clear(await code())
  await user.type(await code(), `${other.replace(first.orderId, round.id)}{Enter}`)
  expect(await screen.findByLabelText('到场检查的检查员')).toHaveProperty('value', inspectors[1].id)
  await user.type(screen.getByLabelText('现场情况'), '写到一半')
  unmount()
  const again = renderApp(address)
  await again.user.click(await screen.findByRole('button', { name: /园区母婴室改造/ }))
  expect(screen.getByLabelText('现场情况')).toHaveProperty('value', '写到一半')
})

test('whoever may not enter slips is told who can', async () => {
  const world = startWorld()
  world.me = world.accounts['member1']
  renderApp(address)
  expect(await screen.findByText(/县委组织部/)).toBeDefined()
})

test('the sheet says how the work is judged, who has it, what was last reported and until when', async () => {
  renderApp(`/inspections/slips/print?round=${round.id}`)
  const [sheet] = await screen.findAllByRole('region', { name: /打印纸质单|B-2026-000001/ })
  const paper = within(must(sheet, 'a sheet'))
  for (const words of ['可用、有标识、有人管', '某断路器企业乙党支部', '已完成装修', '2026年12月20日'])
    expect(
      paper.getByText((_, element) => element?.tagName === 'DD' && element.textContent.includes(words)),
    ).toBeDefined()
})
