import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { WorkItem, WorkView } from '@dj/shared/meet/work/work.schema.ts'
import { homeOf } from '../../county/session/me.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { ButtonLink } from '../../platform/ui/button/ButtonLink.tsx'
import { EmptyState } from '../../platform/ui/state/EmptyState.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { SkeletonList } from '../../platform/ui/state/Skeleton.tsx'
import { waitsFor, workGroups } from './work-groups.ts'
import { workQueries } from './work.queries.ts'
import { WorkRow } from './WorkRow.tsx'
import './work.css'

/** 我的工作: everything that waits for me, by what has to be done, each one click from where it is done. */
export function WorkPage() {
  const { t } = useTranslation('work')
  const work = useQuery(workQueries.mine())
  return (
    <div className="work">
      <PageHeader title={t('title')} lead={work.data && <Sum work={work.data} />} />
      {work.isPending && <SkeletonList items={4} lines={2} />}
      {work.isError && <ErrorState error={work.error} onRetry={() => void work.refetch()} />}
      {work.data?.items.length === 0 && <Nothing />}
      {work.data !== undefined && workGroups(work.data.items).map((group) => <Group key={group.name} {...group} />)}
    </div>
  )
}

function Sum({ work }: { work: WorkView }) {
  const { t } = useTranslation('work')
  const overdue = work.items.filter((item) => item.overdue).length
  const count = work.total - work.items.filter(({ kind }) => !waitsFor(kind)).length
  if (count === 0) return null
  return (
    <>
      {t('total', { count })}
      {overdue > 0 && t('total.overdue', { count: overdue })}
    </>
  )
}

function Group({ name, items }: { name: WorkItem['kind']; items: readonly WorkItem[] }) {
  const { t } = useTranslation('work')
  return (
    <section className="work__group" aria-labelledby={`work-${name}`}>
      <header>
        <h2 id={`work-${name}`}>
          {t(`kind.${name}`)} <span className="work__count">{items.length}</span>
        </h2>
        <p className="quiet">{t(`why.${name}`)}</p>
      </header>
      <ul>
        {items.map((item) => (
          <WorkRow key={`${item.kind} ${item.subject.id} ${item.orderId}`} item={item} />
        ))}
      </ul>
    </section>
  )
}

function Nothing() {
  const { t } = useTranslation('work')
  const home = homeOf(useMe())
  const next = (
    <ButtonLink to={home === '/work' ? '/orders' : home} icon="library">
      {t('empty.next')}
    </ButtonLink>
  )
  return (
    <EmptyState icon="check" title={t('empty')} next={next}>
      {t('empty.why')}
    </EmptyState>
  )
}
