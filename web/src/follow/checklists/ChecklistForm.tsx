import { useTranslation } from 'react-i18next'
import type { ChecklistView } from '@dj/shared/follow/finding/finding.schema.ts'
import { isProblem } from '../../platform/api/problem.ts'
import { TextArea } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { changesOf } from './checklist-draft.ts'
import { ChecklistPreview } from './ChecklistPreview.tsx'
import { ConflictNote } from './ConflictNote.tsx'
import { ItemChanges } from './ItemChanges.tsx'
import { ItemsEditor } from './ItemsEditor.tsx'
import { useChecklistDraft } from './use-checklist-draft.ts'

interface Props {
  readonly current: ChecklistView
  readonly onStartOver: () => void
}

/** The items one below the other; what will change is listed before it is saved. */
export function ChecklistForm({ current, onStartOver }: Props) {
  const { t } = useTranslation('checklists')
  const draft = useChecklistDraft(current)
  const { base, items, note } = draft.values
  const changes = changesOf(current.items, items)
  const isBehind = current.version > base && !draft.submission.isPending && !draft.submission.isSuccess
  const why = isBehind ? t('conflict.first') : changes.length === 0 ? t('save.nothing') : undefined
  return (
    <form {...draft.props} className="checklist">
      <p className="checklist__note">{t('edit.rounds')}</p>
      {isBehind && (
        <ConflictNote current={current} onMine={() => draft.set('base', current.version)} onTheirs={onStartOver} />
      )}
      <ItemsEditor draft={draft} />
      <section className="checklist__save">
        <ItemChanges changes={changes} />
        <Field draft={draft} name="note" label={t('note')} hint={t('note.hint')}>
          {(control) => <TextArea {...control} rows={2} value={note} onValue={(value) => draft.set('note', value)} />}
        </Field>
        <div className="row">
          <SubmitButton
            draft={{ ...draft, refusal: isStale(draft.refusal) ? null : draft.refusal }}
            disabledReason={why}
          >
            {t('save', { version: current.version + 1 })}
          </SubmitButton>
          <ChecklistPreview version={current.version + 1} items={items} />
          {changes.length > 0 && (
            <ActionButton action={act(onStartOver)} kind="plain">
              {t('discard')}
            </ActionButton>
          )}
        </div>
      </section>
    </form>
  )
}

/** That somebody was first is said above, with both ways out. */
const isStale = (error: unknown) => isProblem(error) && error.code === 'request.stale_version'
