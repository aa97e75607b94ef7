import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { ChangeChecklist, type ChecklistView } from '@dj/shared/follow/finding/finding.schema.ts'
import { isProblem } from '../../platform/api/problem.ts'
import { TextArea } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { forgetDraft, keptDraft, useKeepDraft } from '../../platform/form/kept-draft.ts'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import { changesOf, ChecklistDraft, draftOf } from './checklist-draft.ts'
import { useChangeChecklist } from './checklist.queries.ts'
import { ChecklistPreview } from './ChecklistPreview.tsx'
import { ConflictNote } from './ConflictNote.tsx'
import { ItemChanges } from './ItemChanges.tsx'
import { ItemsEditor } from './ItemsEditor.tsx'

interface Props {
  readonly current: ChecklistView
  readonly onStartOver: () => void
}

export const keptAs = 'checklist'
const SaveChecklist = ChangeChecklist.extend({ base: z.int() })

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

function useChecklistDraft(current: ChecklistView) {
  const { t } = useTranslation('checklists')
  const navigate = useNavigate()
  const changing = useChangeChecklist()
  const initial = draftOf(current)
  const draft = useDraft({
    schema: SaveChecklist,
    initial: ChecklistDraft.safeParse(keptDraft(keptAs, initial)).data ?? initial,
    toInput: ({ base, items, note }) => ({ base, items, note }),
    submit: async (input) => {
      const { version } = await changing.mutateAsync(input)
      forgetDraft(keptAs)
      notify(t('saved', { version }))
      await navigate({ to: '/checklist' })
    },
  })
  useKeepDraft(keptAs, draft.values)
  return draft
}

export type ChecklistForming = ReturnType<typeof useChecklistDraft>
