import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { OrganizationId } from '@dj/shared/platform/ids.ts'
import { organizationQueries } from '../../../county/organizations/organizations.queries.ts'
import { NeedRow } from '../list/NeedRow.tsx'
import { needQueries } from '../needs.queries.ts'
import { SimilarVoices } from './SimilarVoices.tsx'

/** The right pane: who asked for the same, and what this organization has asked for before. */
export function WhatWeKnow({ body, organizationId }: { body: string; organizationId: string }) {
  const { t } = useTranslation('needs')
  const id = OrganizationId.safeParse(organizationId)
  return (
    <aside className="known" aria-label={t('known.title')}>
      <h2>{t('known.title')}</h2>
      <SimilarVoices body={body} empty={<p className="quiet">{t('known.similar.none')}</p>} />
      {id.success && <Earlier organizationId={id.data} />}
    </aside>
  )
}

function Earlier({ organizationId }: { organizationId: OrganizationId }) {
  const { t } = useTranslation('needs')
  const { data: all = [] } = useQuery(organizationQueries.all())
  const earlier = useInfiniteQuery(needQueries.list({ organizationId }, 5))
  const needs = earlier.data?.pages[0]?.items ?? []
  const name = all.find(({ id }) => id === organizationId)?.name ?? ''
  if (!earlier.isSuccess) return null
  return (
    <section className="stack">
      <h3>{t('known.earlier', { name, count: earlier.data.pages[0]?.total ?? needs.length })}</h3>
      {needs.length === 0 ? (
        <p className="quiet">{t('known.earlier.none')}</p>
      ) : (
        <ul className="needs needs--narrow">
          {needs.map((need) => (
            <NeedRow key={need.id} need={need} />
          ))}
        </ul>
      )}
    </section>
  )
}
