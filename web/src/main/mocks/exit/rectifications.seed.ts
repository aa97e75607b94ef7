import { must } from '@dj/shared/platform/assert.ts'
import { ids } from '../county/county.world.ts'
import { inspectorIds } from '../follow/inspectors.world.ts'
import { checkedTitles } from '../build/market.checked.ts'
import { ago } from '../build/market.seed.ts'
import type { Market } from '../build/market.ts'
import type { NoticeRecord } from '../follow/rounds.records.ts'

const id = (last: number) => `01990000-0000-7000-8000-${String(last).padStart(12, '0')}`
/** The notices of the demo, one in each light, one submitted and one passed. */
export const noticeIds = { green: id(401), yellow: id(402), red: id(403), submitted: id(404), passed: id(405) } as const

const words = ['过程记录、签到和成果材料完整：否。两次活动没有签到表', '对照验收标准的实质效果：2 分'] as const
const done = ['已补齐签到表并装订', '增加一次回访，工友签字确认'] as const

export function createRectifications(market: Market): NoticeRecord[] {
  const notice = (key: keyof typeof noticeIds, nth: number, wish: Partial<NoticeRecord>): NoticeRecord => ({
    ...{ id: noticeIds[key], version: 1, number: `ZG-2026-00000${nth}`, state: 'issued', cause: 'finding' },
    orderId: orderTitled(market, checkedTitles[key]).id,
    items: itemsOf(key === 'submitted' || key === 'passed' ? 2 : key === 'yellow' ? 1 : 0),
    ...{ responsibleId: null, issuedBy: '督查 02', issuedAt: ago(9), deadlineAt: ago(-12), extended: false },
    ...{ submittedAt: null, submittedById: null, foundById: inspectorIds.inspector2 },
    ...{ reinspectorId: null, decidedAt: null, decision: null, nudges: null },
    ...wish,
  })
  const submitted = { submittedAt: ago(1), submittedById: ids.secretary } as const
  return [
    notice('green', 1, { responsibleId: ids.member }),
    notice('yellow', 2, { deadlineAt: ago(-3), responsibleId: ids.organizer }),
    notice('red', 3, {
      deadlineAt: ago(2),
      cause: 'poor_rating',
      issuedBy: null,
      foundById: null,
      extended: true,
      nudges: { count: 2, last: ago(1) },
    }),
    notice('submitted', 4, { ...submitted, state: 'submitted' }),
    notice('passed', 5, {
      ...{ ...submitted, state: 'passed', submittedAt: ago(5), reinspectorId: inspectorIds.inspector1 },
      ...{ decidedAt: ago(4), decision: '记录已补齐，现场抽问三人均知晓。' },
    }),
  ]
}

const itemsOf = (answered: number): NoticeRecord['items'] =>
  words.map((text, nth) => {
    return { item: nth + 1, words: text, done: nth < answered ? must(done[nth], 'an answer') : null, attachments: [] }
  })

export const orderTitled = (market: Market, title: string) =>
  must(
    market.orders.find((order) => order.title === title),
    title,
  )
