import { useTranslation } from 'react-i18next'
import type { DayRule } from '@dj/shared/county/calendar/calendar.schema.ts'
import { RadioGroup, TextInput } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import { DateText } from '../../../platform/ui/time/DateText.tsx'
import { Effect } from './Effect.tsx'
import { SaveStep } from './SaveStep.tsx'
import { useCalendarDraft } from './use-calendar-draft.ts'

interface Props {
  readonly year: number
  readonly rule: DayRule
  readonly onDone: () => void
}

/** One day put right: worked or free, under which name, and why. */
export function CorrectDay({ year, rule, onDone }: Props) {
  const { t } = useTranslation('calendar')
  const { day } = rule
  const { draft, effect, asksReason } = useCalendarDraft({
    ...{ year, onDone, name: `${day} ${rule.isWorking} ${rule.note}` },
    initial: { works: rule.isWorking ? 'yes' : 'no', note: rule.note ?? '', reason: '' },
    toProposal: ({ works, note }) => ({
      source: 'correction' as const,
      days: [{ day, isWorking: works === 'yes', note: note.trim() === '' ? null : note.trim() }],
    }),
  })
  const fault = draft.faults.get('proposal.days')
  return (
    <form {...draft.props} className="calendar__form">
      <p className="calendar__day">
        <DateText value={day} /> · {t('day.now', { what: t(rule.isWorking ? 'working' : 'free') })}
        {rule.note !== null && <span className="quiet"> {rule.note}</span>}
      </p>
      <RadioGroup
        name="works"
        legend={t('day.works')}
        value={draft.values.works}
        onValue={(value) => draft.set('works', value, 'proposal.days')}
        options={[
          { value: 'yes', label: t('working') },
          { value: 'no', label: t('free') },
        ]}
        {...(fault !== undefined && { fault: <span className="field__error">{fault}</span> })}
      />
      <Field draft={draft} name="proposal.days.0.note" label={t('day.note')} hint={t('day.note.hint')} optional>
        {(control) => (
          <TextInput
            {...control}
            value={draft.values.note}
            onValue={(value) => draft.set('note', value, 'proposal.days.0.note')}
          />
        )}
      </Field>
      {effect !== undefined && <Effect effect={effect} />}
      <SaveStep
        draft={draft}
        reason={draft.values.reason}
        onReason={(reason) => draft.set('reason', reason)}
        isShown={effect !== undefined}
        asksReason={asksReason}
      />
    </form>
  )
}
