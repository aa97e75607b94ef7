import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../mark/Icon.tsx'

interface Props {
  readonly open: boolean
  readonly title: string
  readonly onClose: () => void
  /** A side sheet on the desk; on a phone both rise from below. */
  readonly sheet?: boolean
  readonly children: React.ReactNode
  readonly actions?: React.ReactNode
}

/** The browser's own dialog: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ open, title, onClose, sheet = false, children, actions }: Props) {
  const { t } = useTranslation()
  const titleId = useId()
  const ref = useDialog(open)
  return (
    <dialog ref={ref} className={`dialog${sheet ? ' dialog--sheet' : ''}`} aria-labelledby={titleId} onClose={onClose}>
      {open && (
        <>
          <div className="dialog__head">
            <h2 id={titleId}>{title}</h2>
            <button type="button" className="btn btn--plain" onClick={onClose} aria-label={t('dialog.close')}>
              <Icon name="close" />
            </button>
          </div>
          <div className="dialog__body">
            {children}
            {actions !== undefined && <div className="dialog__foot">{actions}</div>}
          </div>
        </>
      )}
    </dialog>
  )
}

function useDialog(open: boolean) {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    if (dialog === null || dialog.open === open) return
    if (open) dialog.showModal()
    else dialog.close()
  }, [open])
  return ref
}
