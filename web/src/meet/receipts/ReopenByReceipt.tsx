import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReopenNeed } from '@dj/shared/collect/need/need.schema.ts'
import { WordsDialog } from '../../collect/needs/WordsDialog.tsx'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import { useReopenByReceipt } from './receipt.queries.ts'

/** The second look that every need has, once, for those who have nothing but the code. */
export function ReopenByReceipt({ code }: { code: string }) {
  const { t } = useTranslation('needs')
  const [asking, setAsking] = useState(false)
  const reopen = useReopenByReceipt(code)
  return (
    <>
      <ActionButton action={act(() => setAsking(true))}>{t('reopen.action')}</ActionButton>
      <WordsDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('reopen.title')}
        consequence={t('reopen.consequence')}
        schema={ReopenNeed}
        field="reason"
        label={t('reopen.reason')}
        confirm={t('reopen.action')}
        submit={async (body) => {
          await reopen.mutateAsync(body)
          notify(t('reopen.done'))
        }}
      />
    </>
  )
}
