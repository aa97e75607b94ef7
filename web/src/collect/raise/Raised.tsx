import { useTranslation } from 'react-i18next'
import type { NeedReceipt } from '@dj/shared/collect/need/need.schema.ts'
import type { CountyView } from '@dj/shared/county/organization/county.schema.ts'
import { KeepReceipt } from '../receipts/KeepReceipt.tsx'
import { ReceiptSlip } from '../receipts/ReceiptSlip.tsx'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { ButtonLink } from '../../platform/ui/button/ButtonLink.tsx'
import { LastDay } from '../../platform/ui/time/LastDay.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'

interface Props {
  readonly receipt: NeedReceipt
  readonly county: CountyView
  readonly onAgain: () => void
}

/** Taken in: the code, shown this once, and what happens next. */
export function Raised({ receipt: { need, receiptCode }, county, onAgain }: Props) {
  const { t } = useTranslation(['raise', 'needs'])
  return (
    <div className="step">
      <div className="screen-only">
        <PageHeader title={t('raised.title')} lead={t('raised.lead')} />
      </div>
      {receiptCode === null ? (
        <p className="prose">{t('needs:receipt.notTold')}</p>
      ) : (
        <>
          <ReceiptSlip code={receiptCode} county={county.name} body={need.body} at={need.receivedAt} shown />
          <KeepReceipt code={receiptCode} county={county.name} body={need.body} at={need.receivedAt} />
        </>
      )}
      <section className="stack screen-only">
        <h2>{t('raised.next')}</h2>
        <ol className="raised">
          <li>
            {t('raised.next.answer')} <LastDay deadline={need.respondBy} />
            {t('raised.next.answer.end')}
          </li>
          <li>{t('raised.next.order')}</li>
          <li>{t('raised.next.follow')}</li>
        </ol>
        <div className="row">
          {receiptCode !== null && (
            <ButtonLink to="/receipt/$code" params={{ code: receiptCode }} kind="primary">
              {t('raised.follow')}
            </ButtonLink>
          )}
          <ActionButton action={act(onAgain)}>{t('raised.again')}</ActionButton>
        </div>
      </section>
    </div>
  )
}
