import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, test } from 'vitest'
import { effectOfYear, effectOn } from '../../main/mocks/meet/calendar.fixtures.ts'
import { refuse, refuseField } from '../../main/mocks/refuse.ts'
import { renderApp } from '../../main/mocks/render-app.tsx'
import { server, startWorld } from '../../main/mocks/server.ts'
import type { World } from '../../main/mocks/world.ts'
import { decode } from './change/ListFile.tsx'

let world: World
let sent: { path: string; body: unknown }[]
beforeEach(() => {
  world = startWorld()
  world.me = world.accounts['county1']
  sent = []
})

/** What the api answers to each POST, in order; the last answer stays. */
function answers(path: string, ...replies: (() => Response)[]) {
  let next = 0
  server.use(
    http.post(`*/api/v1${path}`, async ({ request }) => {
      sent.push({ path, body: await request.json() })
      const reply = replies[Math.min(next, replies.length - 1)]
      next += 1
      return reply?.() ?? refuse('internal')
    }),
  )
}
const shows = (effect: object) => () => HttpResponse.json(effect)

describe('the year', () => {
  test('an address without a year, or with one that is none, shows this year’s', async () => {
    const { router } = renderApp('/calendar?year=abc')
    expect(await screen.findByRole('heading', { name: '工作日历' })).toBeDefined()
    expect(router.state.location.search).toEqual({})
  })

  test('shows each day in words, and how many are worked', async () => {
    renderApp('/calendar?year=2026')
    const grid = await screen.findByRole('table', { name: '1月' })
    expect(within(grid).getByRole('button', { name: '2026年1月1日 (周四) 休息 元旦' }).textContent).toMatch(/^1休/)
    expect(within(grid).getByRole('button', { name: '2026年1月4日 (周日) 上班 元旦调休上班' }).textContent).toMatch(
      /^4班/,
    )
    expect(screen.getAllByRole('table')).toHaveLength(12)
    expect(screen.getByText('工作日 261 天，休息 104 天。')).toBeDefined()
    expect(screen.getByText('理由：县政府通知')).toBeDefined()
  })

  test('is walked through with the arrow keys', async () => {
    const { user } = renderApp('/calendar?year=2026')
    const first = await screen.findByRole('button', { name: /^2026年1月1日/ })
    first.focus()
    await user.keyboard('{ArrowDown}{ArrowRight}')
    expect(document.activeElement?.id).toBe('day-2026-01-09')
    await user.keyboard('{ArrowUp}{ArrowLeft}{ArrowLeft}')
    expect(document.activeElement?.id).toBe('day-2026-01-01')
  })

  test('that is missing says what to do, and leads to the next and the one before', async () => {
    const { user } = renderApp('/calendar?year=2027')
    expect(await screen.findByText('还没有2027年的工作日历')).toBeDefined()
    await user.click(screen.getByRole('link', { name: '2026年' }))
    expect(await screen.findByRole('table', { name: '12月' })).toBeDefined()
  })

  test('is read by others without a way to change it', async () => {
    world.me = world.accounts['member1']
    renderApp('/calendar?year=2026')
    const grid = await screen.findByRole('table', { name: '1月' })
    expect(within(grid).queryAllByRole('button')).toEqual([])
    expect(screen.queryByRole('button', { name: '录入放假通知' })).toBeNull()
  })
})

describe('the notice', () => {
  async function paste(words: string) {
    const page = renderApp('/calendar?year=2027')
    await page.user.click(await screen.findByRole('button', { name: '录入放假通知' }))
    await page.user.click(screen.getByLabelText('通知原文'))
    await page.user.paste(words)
    return page
  }

  test('is shown sentence by sentence beside its days, then what changes, then saved', async () => {
    answers('/calendar/preview', shows(effectOfYear))
    answers('/calendar', shows(effectOfYear))
    const { user } = await paste('元旦：1月1日（周五）至3日（周日）放假，共3天。')
    expect(screen.getByText('2027年1月1日（周五） – 2027年1月3日（周日）', { exact: false })).toBeDefined()
    await user.click(screen.getByRole('button', { name: '查看影响' }))
    expect(await screen.findByText('没有期限受影响')).toBeDefined()
    // The button is deaf for a moment: a double click does not save what nobody has seen.
    await waitFor(async () => {
      await user.click(screen.getByRole('button', { name: '保存' }))
      expect(sent).toHaveLength(2)
    })
    expect(await screen.findByText('2027年工作日历已保存。')).toBeDefined()
    const proposal = { source: 'notice', words: '元旦：1月1日（周五）至3日（周日）放假，共3天。' }
    expect(sent).toEqual([
      { path: '/calendar/preview', body: { year: 2027, proposal } },
      { path: '/calendar', body: { year: 2027, proposal, reason: null, version: 3 } },
    ])
  })

  test('is not sent while a sentence cannot be read for certain', async () => {
    answers('/calendar/preview', shows(effectOfYear))
    const { user } = await paste('元旦：1月1日（周四）放假。')
    expect(screen.getByText(/第 1 行：\s*括号里的星期与日期不符/)).toBeDefined()
    expect(screen.getByText(/2027-01-01 是周五/)).toBeDefined()
    await user.click(screen.getByRole('button', { name: '查看影响' }))
    expect(sent).toEqual([])
  })

  test('that lacks a holiday is refused at its words, and they stay', async () => {
    answers('/calendar/preview', () => refuseField('calendar.holidays_missing', 'proposal.words'))
    const { user } = await paste('元旦：1月1日放假。')
    await user.click(screen.getByRole('button', { name: '查看影响' }))
    expect(await screen.findByText(/须包含元旦、春节/)).toBeDefined()
    expect(screen.getByLabelText('通知原文')).toHaveProperty('value', '元旦：1月1日放假。')
  })
})

describe('a day put right', () => {
  async function pick(day: string) {
    const page = renderApp('/calendar?year=2026')
    await page.user.click(await screen.findByRole('button', { name: new RegExp(`^${day}`) }))
    await page.user.click(screen.getByLabelText('休息'))
    return page
  }

  test('shows which deadlines move and which keep the day that was promised', async () => {
    answers('/calendar/preview', shows(effectOn('2026-11-23')))
    const { user } = await pick('2026年11月23日')
    await user.click(screen.getByRole('button', { name: '查看影响' }))
    const moved = await screen.findByRole('link', { name: '焊工夜校' })
    const words = moved.closest('li')?.textContent
    expect(words).toBe('整改 焊工夜校2026年12月9日 (周三) → 2026年12月10日 (周四)')
    expect(screen.getByText('夜间公交').closest('li')?.textContent).toContain('2026年12月2日 (周三) · 维持不变')
  })

  test('that somebody else changed meanwhile keeps what was typed, and has to be seen again', async () => {
    answers('/calendar/preview', shows(effectOn('2026-11-23')), shows(effectOn('2026-11-23', 4)))
    answers('/calendar', () => refuse('calendar.changed_meanwhile'), shows(effectOn('2026-11-23', 5)))
    const { user } = await pick('2026年11月23日')
    await user.type(screen.getByLabelText(/名称/), '本县放假')
    await user.click(screen.getByRole('button', { name: '查看影响' }))
    await user.type(await screen.findByLabelText('理由'), '县政府通知')
    await user.click(screen.getByRole('button', { name: '保存' }))
    expect(await screen.findByText(/刚刚被其他同志改过/)).toBeDefined()
    expect(screen.getByLabelText(/名称/)).toHaveProperty('value', '本县放假')
    await user.click(screen.getByRole('button', { name: '查看影响' }))
    expect(await screen.findByLabelText('理由')).toHaveProperty('value', '县政府通知')
    await user.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(sent.at(-1)?.body).toMatchObject({ reason: '县政府通知', version: 4 }))
    expect(await screen.findByText('2026年工作日历已保存。')).toBeDefined()
  })
})

test('a list in the older Chinese encoding is read, too', () => {
  const gbk = new Uint8Array([0xc8, 0xd5, 0xc6, 0xda]) // 日期
  expect(decode(gbk.buffer)).toBe('日期')
  expect(decode(new TextEncoder().encode('日期').buffer)).toBe('日期')
})
