import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ContactView, RevealContact, type NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { request } from '../../platform/api/client.ts'
import { ReceiptSlip } from '../receipts/ReceiptSlip.tsx'
import { mayDo } from '../../county/session/me.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { CopyButton } from '../../platform/ui/button/CopyButton.tsx'
import { PrintButton } from '../../platform/ui/button/PrintButton.tsx'
import { WordsDialog } from './WordsDialog.tsx'

interface Props {
  readonly need: NeedView
  readonly contact: NonNullable<NeedView['contact']>
}

/** The code a requester may never have seen, to read out or to print. */
function HandOver({ need, code }: { need: NeedView; code: string }) {
  const { t } = useTranslation('needs')
  const me = useMe()
  return (
    <div className="contact__code">
      <span className="quiet">{t('contact.code')}</span>
      <code>{code}</code>
      <div className="row">
        <CopyButton text={code}>{t('receipt.copy')}</CopyButton>
        <PrintButton>{t('receipt.print')}</PrintButton>
      </div>
      <ReceiptSlip code={code} county={me.county.name} body={need.body} at={need.receivedAt} />
    </div>
  )
}

/** Whom to call. Masked until somebody says why they look, and each look is logged. */
export function ContactFact({ need, contact }: Props) {
  const { t } = useTranslation('needs')
  const me = useMe()
  const [open, setOpen] = useState(false)
  const [seen, setSeen] = useState<ContactView>()
  const { name, phone } = seen ?? contact
  return (
    <div>
      <dt>{t('fact.contact')}</dt>
      <dd className="contact">
        <span>{[name, phone].filter(Boolean).join(' ') || t('contact.none')}</span>
        {seen === undefined && mayDo(me, 'need.reveal_contact') && (
          <ActionButton icon="eye" kind="plain" action={act(() => setOpen(true))}>
            {t('contact.reveal')}
          </ActionButton>
        )}
        {seen !== undefined && phone !== null && <a href={`tel:${phone}`}>{t('contact.call')}</a>}
        {seen?.receiptCode && <HandOver need={need} code={seen.receiptCode} />}
      </dd>
      <WordsDialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('contact.title')}
        consequence={t('contact.consequence')}
        schema={RevealContact}
        field="reason"
        label={t('contact.reason')}
        presets={[t('contact.preset.ask'), t('contact.preset.visit'), t('contact.preset.answer')]}
        confirm={t('contact.reveal')}
        submit={async (body) =>
          setSeen(await request('POST', `/needs/${need.id}/contact`, { body, schema: ContactView }))
        }
      />
    </div>
  )
}
