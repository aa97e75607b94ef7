import { z } from 'zod'
import { useTranslation } from 'react-i18next'
import { text } from '@dj/shared/platform/text.schema.ts'
import { TextArea } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import { SubmitButton } from '../../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../../platform/form/use-draft.ts'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { Dialog } from '../../../platform/ui/button/Dialog.tsx'

const words = text(2, 500)

interface Props {
  readonly open: boolean
  readonly onClose: () => void
  /** Names the thing. */
  readonly title: string
  /** What happens to whom. */
  readonly consequence: React.ReactNode
  readonly confirmLabel: string
  readonly optional?: boolean
  /** More to choose, above the reason. */
  readonly children?: React.ReactNode
  readonly disabledReason?: string | undefined
  /** Gets the reason, trimmed; empty when it was optional and left out. The dialog closes when it is done. */
  readonly submit: (reason: string) => Promise<unknown>
}

/** A second look with a reason: what happens to whom, and in whose words. */
export function ReasonDialog({ open, onClose, title, ...rest }: Props) {
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <ReasonForm {...rest} onClose={onClose} />
    </Dialog>
  )
}

function ReasonForm({
  onClose,
  consequence,
  confirmLabel,
  optional = false,
  children,
  disabledReason,
  submit,
}: Omit<Props, 'open' | 'title'>) {
  const { t } = useTranslation(['claims', 'shell'])
  const draft = useDraft({
    schema: z.object({ reason: optional ? words.optional() : words }),
    initial: { reason: '' },
    toInput: ({ reason }) => (optional && reason.trim() === '' ? {} : { reason }),
    submit: async ({ reason = '' }) => {
      await submit(reason)
      onClose()
    },
  })
  return (
    <form {...draft.props} className="stack">
      <div className="prose">{consequence}</div>
      {children}
      <Field draft={draft} name="reason" label={t('reason.label')} optional={optional}>
        {(control) => (
          <TextArea {...control} rows={3} value={draft.values.reason} onValue={(value) => draft.set('reason', value)} />
        )}
      </Field>
      <div className="dialog__foot">
        <ActionButton action={act(onClose)}>{t('shell:action.cancel')}</ActionButton>
        <SubmitButton draft={draft} disabledReason={disabledReason}>
          {confirmLabel}
        </SubmitButton>
      </div>
    </form>
  )
}
