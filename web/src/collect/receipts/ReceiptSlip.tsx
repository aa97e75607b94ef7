import { useTranslation } from 'react-i18next'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { QrCode } from '../../platform/ui/mark/QrCode.tsx'
import './receipt.css'

interface Props {
  readonly code: string
  readonly county: string
  readonly body: string
  readonly at: string
  /** On paper only, or on screen as well. */
  readonly shown?: boolean
}

/** The address that opens the receipt on any telephone. */
export const receiptAddress = (code: string) => `${window.location.origin}/receipt/${code}`

/** The paper to keep: code, QR and how to use them. A slip that also fits on A4. */
export function ReceiptSlip({ code, county, body, at, shown = false }: Props) {
  const { t } = useTranslation(['receipts', 'shell'])
  const address = receiptAddress(code)
  return (
    <section className={shown ? 'slip' : 'slip slip--paper'} aria-label={t('slip.title')}>
      <div className="slip__words">
        <p className="slip__title">
          {county} {t('shell:product.name')} · {t('slip.title')}
        </p>
        <p className="slip__code">{code}</p>
        <p className="slip__body">{body}</p>
        <p className="quiet">
          {t('slip.at')} <DateText value={at} />
        </p>
        <p className="quiet">{t('slip.how')}</p>
        <p className="slip__address">{address}</p>
      </div>
      <QrCode text={address} label={t('slip.qr')} />
    </section>
  )
}
