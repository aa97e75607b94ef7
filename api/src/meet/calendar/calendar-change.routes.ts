import { CalendarEffect, ChangeCalendar, PreviewCalendar } from '@dj/shared/meet/calendar/calendar-change.schema.ts'
import type { ProblemCode } from '@dj/shared/problem.ts'
import { operation } from '../../platform/http/spec.ts'
import { changeCalendar, previewCalendar } from './change-calendar.ts'

const tag = 'calendar'
const unreadable = [
  'calendar.read_unread',
  'calendar.read_weekday',
  'calendar.read_total',
  'calendar.read_clash',
  'calendar.read_worked_anyway',
  'calendar.read_no_day',
  'calendar.read_no_holiday',
  'calendar.read_holiday_twice',
  'calendar.read_other_year',
  'calendar.read_year_unclear',
  'calendar.read_columns',
  'calendar.read_row',
  'calendar.holidays_missing',
  'calendar.nothing_changes',
  'calendar.day_not_in_year',
] as const satisfies ProblemCode[]

export const calendarChangeRoutes = [
  operation(
    {
      operation: 'calendar.preview',
      method: 'post',
      path: '/calendar/preview',
      tag,
      summary:
        '查看影响 · The days that a notice, a list or a correction would change, and the deadlines that would move',
      body: PreviewCalendar,
      reply: CalendarEffect,
      repeatable: true,
      refusals: unreadable,
    },
    ({ deps, actor, body }) => previewCalendar(deps, { actor, ...body }),
  ),
  operation(
    {
      operation: 'calendar.change',
      method: 'post',
      path: '/calendar',
      tag,
      summary:
        '修改工作日历 · Save the change; deadlines that waited are set, and running ones move later where they must',
      body: ChangeCalendar,
      reply: CalendarEffect,
      refusals: [...unreadable, 'calendar.reason_missing', 'calendar.changed_meanwhile'],
    },
    ({ deps, actor, body }) => changeCalendar(deps, { actor, ...body }),
  ),
]
