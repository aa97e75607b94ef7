import { createRoute } from '@tanstack/react-router'
import { CalendarQuery } from '@dj/shared/county/calendar/calendar.schema.ts'
import { page } from '../page.tsx'
import { signedInRoute } from '../signed-in.route.ts'

export const calendarRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/calendar',
  validateSearch: CalendarQuery,
  component: page(() => import('../../../meet/calendar/CalendarPage.tsx'), 'CalendarPage'),
})
