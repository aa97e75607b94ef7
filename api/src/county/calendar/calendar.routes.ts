import { CalendarQuery, CalendarView } from '@dj/shared/county/calendar/calendar.schema.ts'
import { civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import { operation } from '../../platform/http/spec.ts'
import { calendarView } from './calendar.view.ts'

export const calendarRoutes = [
  operation(
    {
      operation: 'calendar.read',
      method: 'get',
      path: '/calendar',
      tag: 'calendar',
      summary: '工作日历 · The working days of a year (this year without one), and what was changed about them',
      query: CalendarQuery,
      reply: CalendarView,
      refusals: [],
    },
    ({ deps, actor, query }) =>
      calendarView(deps.db, actor.countyId, query.year ?? Number(civilDateOf(deps.now()).slice(0, 4))),
  ),
]
