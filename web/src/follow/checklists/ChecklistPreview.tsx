import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnswersGiven } from '@dj/shared/follow/finding/finding.rules.ts'
import type { ChecklistItem } from '@dj/shared/follow/finding/checklist-item.schema.ts'
import { ChecklistFields } from '../inspections/visit/ChecklistFields.tsx'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { Dialog } from '../../platform/ui/button/Dialog.tsx'
import '../../platform/form/form.css'
import '../inspections/inspections.css'

interface Props {
  readonly version: number
  readonly items: readonly ChecklistItem[]
}

const noFaults = new Map<string, string>()

/** The inspector's own form, to be tapped through; nothing of it is kept. */
export function ChecklistPreview({ version, items }: Props) {
  const { t } = useTranslation('checklists')
  const [open, setOpen] = useState(false)
  return (
    <>
      <ActionButton action={act(() => setOpen(true))} icon="eye">
        {t('preview')}
      </ActionButton>
      <Dialog open={open} sheet title={t('preview.title')} onClose={() => setOpen(false)}>
        <p className="quiet">{t('preview.hint')}</p>
        <Trial version={version} items={items} />
      </Dialog>
    </>
  )
}

function Trial({ version, items }: Props) {
  const [answers, setAnswers] = useState<AnswersGiven>({})
  return (
    <div className="inspection">
      <ChecklistFields
        checklist={{ version, items }}
        draft={{ id: 'preview', faults: noFaults, writing: { answers }, write: (part) => setAnswers(part.answers) }}
      />
    </div>
  )
}
