import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { organizationQueries } from '../../county/organizations/organizations.queries.ts'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { useOnline } from '../../platform/ui/page/display.ts'
import { conflictQueries } from './conflict.queries.ts'
import { DeclareConflict } from './DeclareConflict.tsx'
import '../../platform/form/form.css'
import './conflicts.css'

/** 我声明的回避: what an inspector keeps away from, and a way to say more. Without a network there is nothing to say it to. */
export function Conflicts() {
  const { t } = useTranslation('conflicts')
  const online = useOnline()
  const { data } = useQuery(conflictQueries.mine())
  const { data: organizations } = useQuery(organizationQueries.all())
  if (!online && data === undefined) return null
  const nameOf = (id: string) => organizations?.find((one) => one.id === id)?.name ?? ''
  return (
    <section className="conflicts" aria-labelledby="conflicts">
      <h2 id="conflicts">{t('title')}</h2>
      <p className="quiet">{t('lead')}</p>
      {data?.length === 0 && <p>{t('none')}</p>}
      <ul className="conflicts__list">
        {data?.map(({ organizationId, reason, declaredAt }) => (
          <li key={organizationId}>
            <strong>{nameOf(organizationId)}</strong>
            <span>{reason}</span>
            <span className="quiet">
              {t('since')} <DateText value={declaredAt} />
            </span>
          </li>
        ))}
      </ul>
      {online && <DeclareConflict />}
    </section>
  )
}
