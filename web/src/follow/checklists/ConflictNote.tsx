import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChecklistView } from '@dj/shared/follow/finding/finding.schema.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { ConfirmAction } from '../../platform/ui/button/ConfirmAction.tsx'
import { Dialog } from '../../platform/ui/button/Dialog.tsx'
import { VersionWords } from './ChecklistPage.tsx'
import { ItemList } from './ItemWords.tsx'

interface Props {
  readonly current: ChecklistView
  readonly onMine: () => void
  readonly onTheirs: () => void
}

/** Somebody saved first: what was typed here is still here, and its writer decides. */
export function ConflictNote({ current, onMine, onTheirs }: Props) {
  const { t } = useTranslation('checklists')
  const { version } = current
  const [open, setOpen] = useState(false)
  return (
    <section className="checklist__conflict" role="alert">
      <h2>{t('conflict.title', { version })}</h2>
      <p>{t('conflict.body')}</p>
      <VersionWords view={current} />
      <div className="row">
        <ActionButton action={act(() => setOpen(true))} icon="eye">
          {t('conflict.look', { version })}
        </ActionButton>
        <ActionButton action={act(onMine)}>{t('conflict.mine', { version: version + 1 })}</ActionButton>
        <ConfirmAction
          action={act(onTheirs)}
          kind="plain"
          question={t('conflict.theirs.question')}
          consequence={t('conflict.theirs.consequence', { version })}
          confirmLabel={t('conflict.theirs')}
        >
          {t('conflict.theirs')}
        </ConfirmAction>
      </div>
      <Dialog open={open} sheet title={t('version', { version })} onClose={() => setOpen(false)}>
        <ItemList items={current.items} />
      </Dialog>
    </section>
  )
}
