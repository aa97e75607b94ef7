import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReceiptView } from '@dj/shared/meet/receipt/receipt.schema.ts'
import { RaiseObjection } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { receiptQueries } from './receipt.queries.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { toDate } from '../../platform/ui/time/dates.ts'
import { LastDay } from '../../platform/ui/time/LastDay.tsx'
import { useNow } from '../../platform/ui/time/now.ts'
import { notify } from '../../platform/ui/state/notices.ts'
import { retirementMutations } from '../../exit/retirements/retirement.queries.ts'
import { WordsForm } from '../../exit/retirements/WordsForm.tsx'

interface Props {
  readonly notice: NonNullable<ReceiptView['orders'][number]['retirement']>
  readonly code: string
}

/** The public notice, for whoever raised the need: why the project is to leave, until when one may object, and how. */
export function ReceiptNotice({ notice, code }: Props) {
  const { t } = useTranslation('retirements')
  const now = useNow()
  const over = notice.noticeUntil !== null && toDate(notice.noticeUntil) <= now
  return (
    <div className="stack">
      <p className="prose order__words">{t('order.reason', { reason: notice.reason })}</p>
      <p>
        {t(over ? 'receipt.over' : 'receipt.until')} <LastDay deadline={notice.noticeUntil} />
      </p>
      {notice.objected && <p>{t('receipt.objected')}</p>}
      {!notice.objected && !over && <Object notice={notice} code={code} />}
    </div>
  )
}

function Object({ notice, code }: Props) {
  const { t } = useTranslation('retirements')
  const [open, setOpen] = useState(false)
  const client = useQueryClient()
  const raise = useMutation(retirementMutations.object(notice.id))
  if (!open)
    return (
      <ActionButton icon="note" action={act(() => setOpen(true))}>
        {t('objections.raise')}
      </ActionButton>
    )
  return (
    <WordsForm
      kept={`objection.receipt.${notice.id}`}
      schema={RaiseObjection}
      name="words"
      label={t('objections.words')}
      hint={t('objections.hint')}
      submitLabel={t('objections.raise')}
      submit={async (input) => {
        await raise.mutateAsync({ ...input, receiptCode: code })
        notify(t('objections.done'))
        await client.invalidateQueries({ queryKey: receiptQueries.root })
      }}
    />
  )
}
