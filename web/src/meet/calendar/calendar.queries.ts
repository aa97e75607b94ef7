import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { CalendarView } from '@dj/shared/county/calendar/calendar.schema.ts'
import {
  CalendarEffect,
  type ChangeCalendar,
  type PreviewCalendar,
} from '@dj/shared/meet/calendar/calendar-change.schema.ts'
import { request } from '../../platform/api/client.ts'

export const calendarQueries = {
  root: ['calendar'] as const,
  ofYear: (year: number) =>
    queryOptions({
      queryKey: [...calendarQueries.root, year],
      queryFn: ({ signal }) => request('GET', '/calendar', { query: { year }, schema: CalendarView, signal }),
    }),
}

/** What a change would do: nothing is saved. */
export const previewCalendar = (body: PreviewCalendar) =>
  request('POST', '/calendar/preview', { body, schema: CalendarEffect })

/** Saves a change; deadlines stand on many pages, so all of them ask again. */
export function useChangeCalendar() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ChangeCalendar) => request('POST', '/calendar', { body, schema: CalendarEffect }),
    onSettled: () => client.invalidateQueries(),
  })
}
