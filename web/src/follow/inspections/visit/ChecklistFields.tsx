import { useTranslation } from 'react-i18next'
import { askedItems } from '@dj/shared/follow/finding/finding.rules.ts'
import type { ChecklistView } from '@dj/shared/follow/finding/finding.schema.ts'
import type { ChecklistItem } from '@dj/shared/follow/finding/checklist-item.schema.ts'
import { ChoiceField } from '../../../platform/form/ChoiceField.tsx'
import { TextArea, TextInput } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import type { VisitDraft } from './visit-draft.ts'
import type { Writing } from './writing.ts'

type Asked = Pick<ChecklistView, 'version'> & { readonly items: readonly ChecklistItem[] }
interface AnswersDraft extends Pick<VisitDraft, 'id' | 'faults'> {
  readonly writing: Pick<Writing, 'answers'>
  readonly write: (part: Pick<Writing, 'answers'>) => void
}

/** The checklist in force: only what applies is asked, each item in its kind. */
export function ChecklistFields({ draft, checklist }: { draft: AnswersDraft; checklist: Asked }) {
  const { t } = useTranslation('inspections')
  return (
    <section className="stack" aria-labelledby="checklist">
      <h2 id="checklist">{t('checklist.title', { version: checklist.version })}</h2>
      {askedItems(checklist.items, draft.writing.answers).map((item) => (
        <Item key={item.code} item={item} draft={draft} />
      ))}
    </section>
  )
}

function Item({ item, draft }: { item: ChecklistItem; draft: AnswersDraft }) {
  const { t } = useTranslation(['inspections', 'shell'])
  const name = `answers.${item.code}`
  const answer = draft.writing.answers[item.code]
  const { [item.code]: _, ...others } = draft.writing.answers
  const give = (value: boolean | number | string | undefined) =>
    draft.write({ answers: value === undefined ? others : { ...others, [item.code]: value } })
  const marks = [item.evidence && t('item.evidence'), !item.required && t('shell:field.optional')].filter(
    (mark) => mark !== false,
  )
  const label = marks.length === 0 ? item.text : `${item.text} (${marks.join(' · ')})`
  if (item.kind === 'yes_no')
    return (
      <ChoiceField
        draft={draft}
        name={name}
        legend={label}
        value={typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : undefined}
        onValue={(value) => give(value === 'yes')}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`item.${value}`) }))}
      />
    )
  if (item.kind === 'grade')
    return (
      <div className="inspection__grades">
        <ChoiceField
          draft={draft}
          name={name}
          legend={label}
          value={typeof answer === 'number' ? String(answer) : undefined}
          onValue={(value) => give(Number(value))}
          options={(['1', '2', '3', '4', '5'] as const).map((value) => ({ value, label: t(`grade.${value}`) }))}
        />
      </div>
    )
  return (
    <Field draft={draft} name={name} label={label}>
      {(control) =>
        item.kind === 'number' ? (
          <TextInput
            {...control}
            type="number"
            inputMode="decimal"
            min={0}
            value={answer === undefined ? '' : String(answer)}
            onValue={(value) => give(value === '' ? undefined : Number(value))}
          />
        ) : (
          <TextArea {...control} rows={3} value={answer === undefined ? '' : String(answer)} onValue={give} />
        )
      }
    </Field>
  )
}
