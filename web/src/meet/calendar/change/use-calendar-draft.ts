import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CalendarProposal } from '@dj/shared/county/calendar/calendar.schema.ts'
import { needsReason } from '@dj/shared/county/calendar/proposal.rules.ts'
import { type CalendarEffect, ChangeCalendar } from '@dj/shared/meet/calendar/calendar-change.schema.ts'
import { isProblem } from '../../../platform/api/problem.ts'
import { forgetDraft, keptDraft, useKeepDraft } from '../../../platform/form/kept-draft.ts'
import { useDraft } from '../../../platform/form/use-draft.ts'
import { notify } from '../../../platform/ui/state/notices.ts'
import { previewCalendar, useChangeCalendar } from '../calendar.queries.ts'

interface Options<D extends object> {
  readonly year: number
  /** What is typed is kept on this device under this name. */
  readonly name: string
  readonly initial: D
  readonly toProposal: (draft: D) => CalendarProposal
  readonly onDone: () => void
}

/** Two steps with one button: what the change would do, and, as long as nothing else was typed since, saving just that. */
export function useCalendarDraft<D extends { reason: string }>({
  year,
  name,
  initial,
  toProposal,
  onDone,
}: Options<D>) {
  const { t } = useTranslation('calendar')
  const key = `calendar.${year}.${name}`
  const [seen, setSeen] = useState<{ proposal: string; effect: CalendarEffect } | null>(null)
  const changing = useChangeCalendar()
  const told = (proposal: CalendarProposal) => (seen?.proposal === keyOf(proposal) ? seen.effect : undefined)
  const draft = useDraft({
    schema: ChangeCalendar,
    initial: keptDraft(key, initial),
    toInput: (values) => ({
      ...{ year, proposal: toProposal(values) },
      ...{ reason: values.reason.trim() === '' ? null : values.reason, version: seen?.effect.version ?? 0 },
    }),
    submit: async ({ proposal, ...input }) => {
      if (told(proposal) === undefined) {
        const effect = await previewCalendar({ year, proposal })
        return setSeen({ proposal: keyOf(proposal), effect })
      }
      await changing.mutateAsync({ ...input, proposal }).catch((error: unknown) => {
        // Somebody else was first: what this would do now has to be seen again.
        if (isProblem(error) && error.code === 'calendar.changed_meanwhile') setSeen(null)
        throw error
      })
      forgetDraft(key)
      notify(t('saved', { year }))
      onDone()
    },
  })
  useKeepDraft(key, draft.values)
  const effect = told(toProposal(draft.values))
  return { draft, effect, asksReason: effect !== undefined && needsReason(effect.days) }
}

/** The same words, however many blanks stand around them. */
const keyOf = (proposal: CalendarProposal): string =>
  JSON.stringify(CalendarProposal.safeParse(proposal).data ?? proposal)
