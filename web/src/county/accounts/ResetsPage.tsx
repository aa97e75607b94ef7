import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountSlip } from '@dj/shared/county/people/account.schema.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { Dialog } from '../../platform/ui/button/Dialog.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { EmptyState } from '../../platform/ui/state/EmptyState.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { SkeletonList } from '../../platform/ui/state/Skeleton.tsx'
import { useMe } from '../session/session.queries.ts'
import { IssuedSlips } from './IssuedSlips.tsx'
import { ResetCard } from './ResetCard.tsx'
import { resetQueries } from './resets.queries.ts'
import './accounts.css'

/** 密码重置: what waits for a second administrator, and what was done in the last 90 days. */
export function ResetsPage() {
  const { t } = useTranslation('accounts')
  const resets = useQuery(resetQueries.list())
  const [slip, setSlip] = useState<AccountSlip>()
  return (
    <>
      <PageHeader title={t('resets.title')} lead={t('resets.lead')} />
      {resets.isPending && <SkeletonList items={4} lines={2} />}
      {resets.isError && <ErrorState error={resets.error} onRetry={() => void resets.refetch()} />}
      {resets.data?.items.length === 0 && (
        <EmptyState icon="key" title={t('resets.empty')}>
          {t('resets.empty.body')}
        </EmptyState>
      )}
      <ul className="resets">
        {resets.data?.items.map((reset) => (
          <ResetCard key={reset.id} reset={reset} onIssued={setSlip} />
        ))}
      </ul>
      <Issued slip={slip} onClose={() => setSlip(undefined)} />
    </>
  )
}

function Issued({ slip, onClose }: { slip: AccountSlip | undefined; onClose: () => void }) {
  const { t } = useTranslation('accounts')
  const { county } = useMe()
  return (
    <Dialog open={slip !== undefined} sheet title={t('slip.issued', { who: slip?.alias ?? '' })} onClose={onClose}>
      {slip !== undefined && (
        <IssuedSlips slips={[slip]} county={county.name}>
          <ActionButton action={act(onClose)}>{t('slip.done')}</ActionButton>
        </IssuedSlips>
      )}
    </Dialog>
  )
}
