import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ReceiptView } from '@dj/shared/meet/receipt/receipt.schema.ts'
import { isProblem } from '../../platform/api/problem.ts'
import { BackLink } from '../../platform/ui/page/BackLink.tsx'
import { PublicPage } from '../../county/door/PublicPage.tsx'
import { ButtonLink } from '../../platform/ui/button/ButtonLink.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { SkeletonPage } from '../../platform/ui/state/Skeleton.tsx'
import { OrderBlock } from './OrderBlock.tsx'
import { readTypedCode } from '../../collect/receipts/receipt-code.ts'
import { receiptQueries } from './receipt.queries.ts'
import { KeepReceipt } from '../../collect/receipts/KeepReceipt.tsx'
import { ReceiptSlip } from '../../collect/receipts/ReceiptSlip.tsx'
import { ReceiptTalks } from './ReceiptTalks.tsx'
import { ReceiptTimeline } from './ReceiptTimeline.tsx'
import { standingOf } from './standing.ts'
import { StandingPanel } from './StandingPanel.tsx'
import '../../collect/receipts/receipt.css'

/** One need from the side of whoever raised it: where it stands, one question, and all that happened. */
export function ReceiptPage() {
  const { code } = useParams({ from: '/receipt/$code' })
  const read = readTypedCode(code)
  return (
    <PublicPage countyId={code.slice(0, 6)}>
      {'code' in read ? <Followed key={read.code} code={read.code} /> : <Unknown code={code} error={undefined} />}
    </PublicPage>
  )
}

function Followed({ code }: { code: string }) {
  const receipt = useQuery(receiptQueries.one(code))
  if (receipt.isPending) return <SkeletonPage />
  if (receipt.isError) return <Unknown code={code} error={receipt.error} onRetry={() => void receipt.refetch()} />
  return <Receipt receipt={receipt.data} />
}

function Receipt({ receipt }: { receipt: ReceiptView }) {
  const { t } = useTranslation('receipts')
  return (
    <>
      <div className="plain screen-only">
        <PageHeader
          back={<BackLink to="/receipt">{t('another')}</BackLink>}
          title={t('mine')}
          lead={
            <>
              {t('code.label')} <b className="code">{receipt.code}</b>
            </>
          }
        />
        <div className="receipt">
          <blockquote className="receipt__words">{receipt.body}</blockquote>
          {standingOf(receipt).key !== 'waiting' && <StandingPanel receipt={receipt} />}
          {receipt.orders.map((order) => (
            <OrderBlock key={order.id} order={order} code={receipt.code} alone={receipt.orders.length === 1} />
          ))}
          <ReceiptTalks receipt={receipt} />
          <ReceiptTimeline receipt={receipt} />
          <KeepReceipt code={receipt.code} county={receipt.county.name} body={receipt.body} at={receipt.receivedAt} />
        </div>
      </div>
      <ReceiptSlip code={receipt.code} county={receipt.county.name} body={receipt.body} at={receipt.receivedAt} />
    </>
  )
}

interface UnknownProps {
  readonly code: string
  readonly error: unknown
  readonly onRetry?: () => void
}

/** An unknown code is no accident of the system: it says what to look at. */
function Unknown({ code, error, onRetry }: UnknownProps) {
  const { t } = useTranslation('receipts')
  const again = (
    <ButtonLink to="/receipt" icon="search">
      {t('unknown.again')}
    </ButtonLink>
  )
  if (error !== undefined && !(isProblem(error) && error.code === 'receipt.unknown')) {
    return <ErrorState error={error} level={1} next={again} {...(onRetry !== undefined && { onRetry })} />
  }
  return (
    <div className="plain">
      <PageHeader title={t('unknown.title')} lead={<b className="code">{code}</b>} />
      <div className="stack">
        <p>{t('unknown.body')}</p>
        <p>{t('unknown.next')}</p>
        <div>{again}</div>
      </div>
    </div>
  )
}
