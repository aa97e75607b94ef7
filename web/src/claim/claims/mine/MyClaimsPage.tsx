import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../../platform/ui/button/ButtonLink.tsx'
import { EmptyState } from '../../../platform/ui/state/EmptyState.tsx'
import { ErrorState } from '../../../platform/ui/state/ErrorState.tsx'
import { ListFooter } from '../../../platform/ui/table/ListFooter.tsx'
import { PageHeader } from '../../../platform/ui/page/PageHeader.tsx'
import { SkeletonList } from '../../../platform/ui/state/Skeleton.tsx'
import { TabLinks } from '../../../platform/ui/table/TabLinks.tsx'
import { ClaimCard } from './ClaimCard.tsx'
import { claimQueries } from '../claims.queries.ts'
import '../../../build/orders/facts.css'
import '../claims.css'

/** 我的认领: what is in my hands, what is in those of organizations I lead, and what I am asked to join. */
export function MyClaimsPage() {
  const { t } = useTranslation('claims')
  const { show } = useSearch({ from: '/signed-in/claims' })
  return (
    <>
      <PageHeader title={t('title')} />
      <TabLinks
        label={t('title')}
        items={[
          { to: '/claims', search: {}, label: t('tab.live') },
          { to: '/claims', search: { show: 'all' }, label: t('tab.all') },
        ]}
      />
      <ClaimList live={show !== 'all'} />
    </>
  )
}

function ClaimList({ live }: { live: boolean }) {
  const query = useInfiniteQuery(claimQueries.mine(live))
  if (query.isPending) return <SkeletonList items={3} lines={4} />
  if (query.data === undefined) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const claims = query.data.pages.flatMap(({ items }) => items)
  if (claims.length === 0) return <NoClaims live={live} />
  return (
    <>
      <ul className="claim-list">
        {claims.map((claim) => (
          <ClaimCard key={claim.id} claim={claim} />
        ))}
      </ul>
      <ListFooter
        total={query.data.pages[0]?.total ?? claims.length}
        shown={claims.length}
        onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
        isLoading={query.isFetchingNextPage}
        error={query.isFetchNextPageError ? query.error : null}
      />
    </>
  )
}

function NoClaims({ live }: { live: boolean }) {
  const { t } = useTranslation('claims')
  return (
    <EmptyState
      icon="hand"
      title={t(live ? 'empty.live' : 'empty.all')}
      next={
        <ButtonLink to="/orders" kind="primary" icon="library">
          {t('empty.next')}
        </ButtonLink>
      }
    >
      {t('empty.body')}
    </EmptyState>
  )
}
