import { useTranslation } from 'react-i18next'
import type { NeedReceipt } from '@dj/shared/collect/need/need.schema.ts'
import { KeepReceipt } from '../../receipts/KeepReceipt.tsx'
import { receiptAddress, ReceiptSlip } from '../../receipts/ReceiptSlip.tsx'
import { useMe } from '../../../county/session/session.queries.ts'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { ButtonLink } from '../../../platform/ui/button/ButtonLink.tsx'
import { useRequesterName } from '../requester-name.ts'
import { LastDay } from '../../../platform/ui/time/LastDay.tsx'
import { useCategoryName } from '../../../county/settings/settings.queries.ts'

interface Props {
  readonly receipt: NeedReceipt
  readonly others: boolean
  readonly onAgain: () => void
}

/** The code is told this once: read out, copied, or printed as a slip. */
export function Receipt({ receipt: { need, receiptCode }, others, onAgain }: Props) {
  const { t } = useTranslation('needs')
  const slip = { county: useMe().county.name, body: need.body, at: need.receivedAt }
  return (
    <section className="filed" aria-labelledby="filed-title">
      <h2 id="filed-title">{t('receipt.title')}</h2>
      {receiptCode === null ? (
        <p className="prose">{t('receipt.notTold')}</p>
      ) : (
        <>
          <p className="filed__code">{receiptCode}</p>
          <p className="prose">{t(others ? 'receipt.readOut' : 'receipt.keep')}</p>
          <p className="quiet">{t('receipt.where', { address: receiptAddress(receiptCode) })}</p>
        </>
      )}
      <Filed need={need} />
      <div className="row">
        <ActionButton kind="primary" icon="plus" action={act(onAgain)}>
          {t(others ? 'receipt.next' : 'receipt.again')}
        </ActionButton>
        <ButtonLink to="/needs/$id" params={{ id: need.id }} kind="plain">
          {t('receipt.open')}
        </ButtonLink>
      </div>
      {receiptCode !== null && (
        <>
          <KeepReceipt {...slip} code={receiptCode} mine={!others} />
          <ReceiptSlip {...slip} code={receiptCode} />
        </>
      )}
    </section>
  )
}

function Filed({ need }: { need: NeedReceipt['need'] }) {
  const { t } = useTranslation('needs')
  const requester = useRequesterName()
  const category = useCategoryName()
  const facts: readonly (readonly [label: string, value: React.ReactNode])[] = [
    [t('fact.body'), need.body],
    [t('fact.requester'), requester(need)],
    [t('fact.category'), category(need.category)],
    [t('fact.respondBy'), <LastDay key="by" deadline={need.respondBy} />],
  ]
  return (
    <dl className="need-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
