import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { act, ActionButton, type Act, type ActionButtonProps } from './ActionButton.tsx'
import { Dialog } from './Dialog.tsx'

interface Props extends Omit<ActionButtonProps, 'action' | 'showRefusal'> {
  readonly action: Act & { readonly isSuccess?: boolean }
  /** Names the thing: 「作废 C-2026-000012？」 */
  readonly question: string
  /** What happens to whom. */
  readonly consequence: React.ReactNode
  readonly confirmLabel: string
}

/** A second look before something that is hard to take back. */
export function ConfirmAction({ action, question, consequence, confirmLabel, ...button }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const danger = button.kind === 'danger' ? 'danger' : 'primary'
  return (
    <>
      <ActionButton {...button} action={act(() => setOpen(true))} />
      <Dialog
        open={open && action.isSuccess !== true}
        title={question}
        onClose={() => setOpen(false)}
        actions={
          <>
            <ActionButton action={act(() => setOpen(false))}>{t('action.cancel')}</ActionButton>
            <ActionButton action={action} kind={danger} icon={danger === 'danger' ? 'alert' : 'check'}>
              {confirmLabel}
            </ActionButton>
          </>
        }
      >
        <div className="prose">{consequence}</div>
      </Dialog>
    </>
  )
}
