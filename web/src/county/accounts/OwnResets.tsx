import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Acknowledge } from './ResetCard.tsx'
import { ResetStory } from './ResetStory.tsx'
import { resetQueries } from './resets.queries.ts'
import './accounts.css'

/** 我的 → what administrators did to this account; what has not been taken note of stands out. */
export function OwnResets() {
  const { t } = useTranslation('accounts')
  const own = useQuery(resetQueries.own())
  if (own.data === undefined || own.data.items.length === 0) return null
  return (
    <section className="me__section" aria-labelledby="own-resets">
      <h2 id="own-resets">{t('own.title')}</h2>
      <p className="quiet">{t('own.lead')}</p>
      <ul className="resets">
        {own.data.items.map((reset) => (
          <li key={reset.id} className={reset.told ? 'reset' : 'reset reset--new'}>
            <ResetStory reset={reset} />
            {!reset.told && <Acknowledge id={reset.id} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
