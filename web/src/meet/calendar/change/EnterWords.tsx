import { useTranslation } from 'react-i18next'
import { readProposal } from '@dj/shared/county/calendar/proposal.rules.ts'
import { TextArea } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import { Effect } from './Effect.tsx'
import { ListFile } from './ListFile.tsx'
import { ReadWords } from './ReadWords.tsx'
import { SaveStep } from './SaveStep.tsx'
import { useCalendarDraft } from './use-calendar-draft.ts'

interface Props {
  readonly year: number
  readonly source: 'notice' | 'list'
  readonly onDone: () => void
}

/** The notice pasted or the list uploaded: each sentence or row beside the days it was read as, then what would change. */
export function EnterWords({ year, source, onDone }: Props) {
  const { t } = useTranslation('calendar')
  const { draft, effect, asksReason } = useCalendarDraft({
    ...{ year, onDone, name: source },
    initial: { words: '', reason: '' },
    toProposal: ({ words }) => ({ source, words }),
  })
  const { words } = draft.values
  const reading = words.trim() === '' ? undefined : readProposal({ source, words }, year)
  return (
    <form {...draft.props} className="calendar__form">
      {source === 'list' && <ListFile onWords={(read) => draft.set('words', read, 'proposal.words')} />}
      <Field draft={draft} name="proposal.words" label={t(`words.${source}`)} hint={t(`words.${source}.hint`)}>
        {(control) => (
          <TextArea
            {...control}
            rows={8}
            value={words}
            onValue={(value) => draft.set('words', value, 'proposal.words')}
          />
        )}
      </Field>
      {reading !== undefined && <ReadWords reading={reading} />}
      {effect !== undefined && <Effect effect={effect} />}
      <SaveStep
        draft={draft}
        reason={draft.values.reason}
        onReason={(reason) => draft.set('reason', reason)}
        isShown={effect !== undefined}
        asksReason={asksReason}
        troubles={reading?.troubles.length ?? 0}
      />
    </form>
  )
}
