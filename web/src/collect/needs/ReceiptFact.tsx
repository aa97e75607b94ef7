import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type NeedView, ReceiptReplaced, ReplaceReceipt } from '@dj/shared/collect/need/need.schema.ts'
import { reachOf } from '@dj/shared/policy.ts'
import { request } from '../../platform/api/client.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { CopyButton } from '../../platform/ui/button/CopyButton.tsx'
import { PrintButton } from '../../platform/ui/button/PrintButton.tsx'
import { actorOf, mayDo } from '../../county/session/me.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { ReceiptSlip } from '../receipts/ReceiptSlip.tsx'
import { WordsDialog } from './WordsDialog.tsx'

/** A lost receipt code is replaced: the new one is shown once, to be read out, and nobody of the staff can look one up. */
export function ReceiptFact({ need }: { need: NeedView }) {
  const { t } = useTranslation('needs')
  const me = useMe()
  const [open, setOpen] = useState(false)
  const [code, setCode] = useState<string>()
  const own = need.mine
  const { all, under } = reachOf('need.replace_receipt', actorOf(me))
  const may = own || all || under.length > 0
  if (!may && !mayDo(me, 'need.reveal_contact')) return null
  const presets = own ? (['lost'] as const) : (['number', 'facts', 'visit'] as const)
  return (
    <div>
      <dt>{t('fact.receipt')}</dt>
      <dd className="contact">
        {!may && <span className="quiet">{t('code.neutral')}</span>}
        {may && code === undefined && (
          <ActionButton icon="refresh" kind="plain" action={act(() => setOpen(true))}>
            {t('code.action')}
          </ActionButton>
        )}
        {code !== undefined && <Told need={need} code={code} onClose={() => setCode(undefined)} />}
      </dd>
      <WordsDialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('code.title')}
        consequence={t(own ? 'code.consequence.own' : 'code.consequence')}
        schema={ReplaceReceipt}
        field="reason"
        label={t(own ? 'code.reason.own' : 'code.reason')}
        presets={presets.map((each) => t(`code.preset.${each}`))}
        confirm={t('code.action')}
        submit={async (body) => {
          const told = await request('POST', `/needs/${need.id}/receipt-code`, { body, schema: ReceiptReplaced })
          setCode(told.receiptCode)
        }}
      />
    </div>
  )
}

function Told({ need, code, onClose }: { need: NeedView; code: string; onClose: () => void }) {
  const { t } = useTranslation('needs')
  const me = useMe()
  return (
    <div className="contact__code" aria-live="polite">
      <span className="quiet">{t('code.new')}</span>
      <code>{code}</code>
      <p className="quiet">{t(need.mine ? 'code.keep' : 'code.readOut')}</p>
      <div className="row">
        <CopyButton text={code}>{t('receipt.copy')}</CopyButton>
        <PrintButton>{t('receipt.print')}</PrintButton>
        <ActionButton kind="plain" action={act(onClose)}>
          {t('code.close')}
        </ActionButton>
      </div>
      <ReceiptSlip code={code} county={me.county.name} body={need.body} at={need.receivedAt} />
    </div>
  )
}
