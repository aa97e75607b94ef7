import { http, HttpResponse } from 'msw'
import { CalendarView, type DayRule } from '@dj/shared/county/calendar/calendar.schema.ts'
import { wholeYear } from '@dj/shared/county/calendar/proposal.rules.ts'
import { CalendarEffect } from '@dj/shared/meet/calendar/calendar-change.schema.ts'
import { CivilDate } from '@dj/shared/platform/time/quarter.ts'
import type { z } from 'zod'

const rule = (day: string, isWorking: boolean, note: string): DayRule => ({
  ...{ day: CivilDate.parse(day), isWorking, note },
})

export const calendar2026 = CalendarView.parse({
  year: 2026,
  version: 3,
  missing: false,
  days: wholeYear(2026, [rule('2026-01-01', false, '元旦'), rule('2026-01-04', true, '元旦调休上班')]),
  changes: [
    {
      ...{ version: 3, year: 2026, source: 'correction', words: null, reason: '县政府通知' },
      days: [{ ...rule('2026-01-04', true, '元旦调休上班'), before: { isWorking: false, note: null } }],
      ...{ changedBy: '组织部甲', changedAt: '2026-01-02T01:00:00Z' },
    },
  ],
})

export const calendar2027 = CalendarView.parse({ year: 2027, version: 3, missing: true, days: [], changes: [] })

const order = '019a9f3c-6c00-7000-8000-00000000000a'

/** A rectification that moves by a day, and an answer that keeps the day that was promised. */
export const effectOn = (day: string, version = 3) =>
  CalendarEffect.parse({
    ...{ year: 2026, version, bringsYear: false, leftOut: [] },
    days: [{ ...rule(day, false, '本县放假'), before: { isWorking: true, note: null } }],
    counts: { set: 0, moved: 1, kept: 1 },
    deadlines: [
      {
        ...{ kind: 'rectification', fate: 'moved', id: order, orderId: order, title: '焊工夜校' },
        ...{ before: '2026-12-09T16:00:00Z', after: '2026-12-10T16:00:00Z' },
      },
      {
        ...{ kind: 'need', fate: 'kept', id: order, orderId: null, title: '夜间公交' },
        ...{ before: '2026-12-02T16:00:00Z', after: '2026-12-01T16:00:00Z' },
      },
    ],
  })

export const effectOfYear = CalendarEffect.parse({
  ...{
    year: 2027,
    version: 3,
    bringsYear: true,
    leftOut: [],
    days: [{ ...rule('2027-01-01', false, '元旦'), before: null }],
  },
  ...{ counts: { set: 0, moved: 0, kept: 0 }, deadlines: [] },
})

export const calendarHandlers = () => [
  http.get('*/api/v1/calendar', ({ request }) => {
    const year = new URL(request.url).searchParams.get('year')
    return HttpResponse.json((year === '2027' ? calendar2027 : calendar2026) satisfies z.output<typeof CalendarView>)
  }),
]
