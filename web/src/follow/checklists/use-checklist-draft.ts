import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { ChangeChecklist, type ChecklistView } from '@dj/shared/follow/finding/finding.schema.ts'
import { forgetDraft, keptDraft, useKeepDraft } from '../../platform/form/kept-draft.ts'
import { useDraft } from '../../platform/form/use-draft.ts'
import { notify } from '../../platform/ui/state/notices.ts'
import { ChecklistDraft, draftOf } from './checklist-draft.ts'
import { useChangeChecklist } from './checklist.queries.ts'

export const keptAs = 'checklist'
const SaveChecklist = ChangeChecklist.extend({ base: z.int() })

export function useChecklistDraft(current: ChecklistView) {
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
