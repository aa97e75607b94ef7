import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { RaiseObjection } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { readTypedCode } from '../../collect/receipts/receipt-code.ts'
import { TextArea, TextInput } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { notify } from '../../platform/ui/state/notices.ts'
import { retirementMutations } from '../retirements/retirement.queries.ts'
import { noticeQueries } from './notices.queries.ts'

function codeOf(typed: string): string | undefined {
  const read = readTypedCode(typed)
  if ('code' in read) return read.code
  return typed.trim() === '' ? undefined : typed
}

/** Who has no account objects by the receipt code of a need that the project was built from. */
export function ObjectForm({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation(['retirements', 'receipts'])
  const client = useQueryClient()
  const raise = useMutation(retirementMutations.object(id))
  const draft = useDraft({
    schema: RaiseObjection,
    initial: { words: '', receiptCode: '' },
    toInput: ({ words, receiptCode }) => ({ words, receiptCode: codeOf(receiptCode) }),
    submit: async (input) => {
      await raise.mutateAsync(input)
      await client.invalidateQueries({ queryKey: noticeQueries.root })
      notify(t('objections.done'))
      onDone()
    },
  })
  return (
    <form {...draft.props} className="stack public-notices__acts">
      <Field draft={draft} name="words" label={t('objections.words')} hint={t('objections.hint')}>
        {(control) => (
          <TextArea {...control} rows={4} value={draft.values.words} onValue={(value) => draft.set('words', value)} />
        )}
      </Field>
      <Field draft={draft} name="receiptCode" label={t('receipts:code.label')} hint={t('notices.code.hint')} optional>
        {(control) => (
          <TextInput
            {...control}
            value={draft.values.receiptCode}
            onValue={(value) => draft.set('receiptCode', value)}
            placeholder="330382-7KQM-X2WT"
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      <div>
        <SubmitButton draft={draft}>{t('objections.raise')}</SubmitButton>
      </div>
    </form>
  )
}
