import { useTranslation } from 'react-i18next'
import { TextArea } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import { SubmitButton } from '../../../platform/form/SubmitButton.tsx'
import type { Faults } from '../../../platform/form/use-draft.ts'

interface Props {
  readonly draft: React.ComponentProps<typeof SubmitButton>['draft'] & { readonly id: string; readonly faults: Faults }
  readonly reason: string
  readonly onReason: (reason: string) => void
  /** The effect was shown: what is left is to save it. */
  readonly isShown: boolean
  readonly asksReason: boolean
  readonly troubles?: number
}

/** The reason, and the one button: first what the change would do, then saving it. */
export function SaveStep({ draft, reason, onReason, isShown, asksReason, troubles = 0 }: Props) {
  const { t } = useTranslation('calendar')
  return (
    <>
      {isShown && (
        <Field draft={draft} name="reason" label={t('reason')} hint={t('reason.hint')} optional={!asksReason}>
          {(control) => <TextArea {...control} rows={2} value={reason} onValue={onReason} />}
        </Field>
      )}
      <SubmitButton draft={draft} {...(troubles > 0 && { disabledReason: t('troubles', { count: troubles }) })}>
        {t(isShown ? 'save' : 'preview')}
      </SubmitButton>
    </>
  )
}
