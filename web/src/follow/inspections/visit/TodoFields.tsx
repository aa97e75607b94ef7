import { useTranslation } from 'react-i18next'
import type { ChecklistItem } from '@dj/shared/follow/finding/checklist-item.schema.ts'
import { failedChecks } from '@dj/shared/follow/finding/finding.rules.ts'
import { TextArea } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import type { VisitDraft } from './visit-draft.ts'

/** For each check that failed: what is to be done about it, which is what the notice will ask. */
export function TodoFields({ draft, items }: { draft: VisitDraft; items: readonly ChecklistItem[] }) {
  const { t } = useTranslation('inspections')
  const { answers, todo } = draft.writing
  return failedChecks(items, answers).map(({ code, found }) => (
    <Field key={code} draft={draft} name={`todo.${code}`} label={t('todo', { found })} hint={t('todo.hint')}>
      {(control) => (
        <TextArea
          {...control}
          rows={2}
          value={todo[code] ?? ''}
          onValue={(words) => draft.write({ todo: { ...todo, [code]: words } })}
        />
      )}
    </Field>
  ))
}
