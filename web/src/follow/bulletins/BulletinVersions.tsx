import { Link, useParams } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublishedVersion } from '@dj/shared/follow/round/round-progress.schema.ts'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { Icon } from '../../platform/ui/mark/Icon.tsx'

interface Props {
  /** The published version on the page; none where it is a draft. */
  readonly shown: number | undefined
  /** The newest first. */
  readonly published: readonly PublishedVersion[]
}

/** What was ever published: nothing is replaced, the newest stands first. */
export function BulletinVersions({ shown, published }: Props) {
  const { t } = useTranslation('bulletins')
  const id = useId()
  if (published.length === 0 || (published.length === 1 && shown !== undefined)) return null
  return (
    <section className="bulletin__versions" aria-labelledby={id}>
      <h2 id={id}>{t('versions.title')}</h2>
      <ol reversed>
        {published.map((each, nth) => (
          <li key={each.version}>
            <Version each={each} isShown={each.version === shown} isNewest={nth === 0} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Version({ each, isShown, isNewest }: { each: PublishedVersion; isShown: boolean; isNewest: boolean }) {
  const { t } = useTranslation('bulletins')
  const words = t('versions.one', { version: each.version })
  return (
    <>
      <span className="row">
        {isShown ? <strong>{words}</strong> : <To version={isNewest ? undefined : each.version}>{words}</To>}
        <DateText value={each.publishedAt} time />
        {isNewest && <span className="quiet">{t('versions.newest')}</span>}
        {isShown && <span className="quiet">{t('versions.shown')}</span>}
      </span>
      {each.correction !== null && <span>{t('versions.correction', { reason: each.correction })}</span>}
    </>
  )
}

/** Says on an earlier version that there is a later one. */
export function Corrected({ shown, published }: Props) {
  const { t } = useTranslation('bulletins')
  const newest = published[0]?.version
  if (shown === undefined || newest === undefined || shown >= newest) return null
  return (
    <p className="bulletin__corrected">
      <Icon name="alert" />
      <span>{t('versions.older', { version: shown, newest })}</span>
      <To version={undefined}>{t('versions.toNewest')}</To>
    </p>
  )
}

function To({ version, children }: { version: number | undefined; children: React.ReactNode }) {
  const params = useParams({ from: '/results/$countyId/$roundId/bulletin' })
  return (
    <Link
      to="/results/$countyId/$roundId/bulletin"
      params={params}
      search={version === undefined ? {} : { version }}
      resetScroll
    >
      {children}
    </Link>
  )
}
