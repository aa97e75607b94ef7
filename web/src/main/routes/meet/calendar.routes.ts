import { createRoute } from '@tanstack/react-router'
import { CalendarYear } from '@dj/shared/county/calendar/calendar.schema.ts'
import { z } from 'zod'
import { page } from '../page.tsx'
import { signedInRoute } from '../signed-in.route.ts'

/** A year that is none is dropped, as in every address: this year is shown. */
const CalendarSearch = z.object({ year: CalendarYear.optional().catch(undefined) })

export const calendarRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/calendar',
  validateSearch: CalendarSearch,
  component: page(() => import('../../../meet/calendar/CalendarPage.tsx'), 'CalendarPage'),
})
