import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoundView } from '@dj/shared/follow/round/round.schema.ts'
import { useMe } from '../../../county/session/session.queries.ts'
import { DemoClock } from '../../../platform/ui/page/DemoClock.tsx'
import { ErrorState } from '../../../platform/ui/state/ErrorState.tsx'
import { QrCode } from '../../../platform/ui/mark/QrCode.tsx'
import { SkeletonPage } from '../../../platform/ui/state/Skeleton.tsx'
import { CeremonyAct } from './CeremonyAct.tsx'
import { roundQueries } from '../rounds.queries.ts'
import { useQuarter } from '../../../platform/ui/time/use-quarter.ts'
import './ceremony.css'

/** The draw on the wall: what was fixed before, the public value in large, the sample as it appears, and how to check it oneself. */
export function CeremonyPage() {
  const { id } = useParams({ from: '/signed-in/rounds/$id/ceremony' })
  const navigate = useNavigate()
  const round = useQuery({ ...roundQueries.one(id), refetchInterval: 5_000 })
  const wall = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (wall.current !== null && !wall.current.open) wall.current.showModal()
  }, [])
  return (
    <dialog
      ref={wall}
      className="wall"
      aria-labelledby="wall-title"
      onClose={() => void navigate({ to: '/rounds/$id', params: { id } })}
    >
      <DemoClock />
      {round.isPending && <SkeletonPage />}
      {round.isError && <ErrorState error={round.error} level={1} onRetry={() => void round.refetch()} />}
      {round.data !== undefined && <Wall round={round.data} />}
    </dialog>
  )
}

function Wall({ round }: { round: RoundView }) {
  const { t } = useTranslation('rounds')
  const quarter = useQuarter()
  const me = useMe()
  const address = `${window.location.origin}/results/${me.county.id}/${round.id}`
  return (
    <>
      <title>{t('ceremony.title', { county: me.county.name, quarter: quarter(round.quarter) })}</title>
      <header className="wall__head">
        <div>
          <h1 id="wall-title" tabIndex={-1}>
            {t('ceremony.title', { county: me.county.name, quarter: quarter(round.quarter) })}
          </h1>
          <p>{round.leadBodies.join('、')}</p>
          <Fixed round={round} />
        </div>
        <figure>
          <QrCode text={address} label={t('ceremony.qr')} />
          <figcaption>{t('ceremony.qr')}</figcaption>
        </figure>
      </header>
      <section className="wall__value" aria-labelledby="wall-value">
        <h2 id="wall-value">{t('fact.value')}</h2>
        <p>
          {round.publicValueSource}
          {round.publicValueNotation !== null && <> · {t('fact.notation', { notation: round.publicValueNotation })}</>}
        </p>
        <output>{round.publicValue ?? t('ceremony.valueToCome')}</output>
      </section>
      <Sample round={round} />
      <CeremonyAct round={round} />
    </>
  )
}

function Fixed({ round }: { round: RoundView }) {
  const { t } = useTranslation('rounds')
  return (
    <dl className="wall__fixed">
      {round.seeds.map(({ position, holder, commitment, revealedAt, fallbackReason }) => (
        <div key={position}>
          <dt>
            {t('fact.commitment', { n: position, who: holder.alias })}
            {revealedAt !== null && <span> · {t('ceremony.revealed')}</span>}
            {fallbackReason !== null && <span> · {t('fact.withheld', { reason: fallbackReason })}</span>}
          </dt>
          <dd>{commitment ?? t('fact.waiting')}</dd>
        </div>
      ))}
      <div>
        <dt>
          {t('fact.frame')}
          {round.frameCount !== null && <span> · {t('fact.frameCount', { count: round.frameCount })}</span>}
        </dt>
        <dd>{round.frameHash ?? t('fact.waiting')}</dd>
      </div>
      {round.poolHash !== null && (
        <div>
          <dt>
            {t('fact.pool')} · {t('fact.poolCount', { count: round.poolCount ?? 0 })}
          </dt>
          <dd>{round.poolHash}</dd>
        </div>
      )}
    </dl>
  )
}

/** Town by town how many were drawn; which ones stays covered until they were visited. */
function Sample({ round }: { round: RoundView }) {
  const { t } = useTranslation('rounds')
  if (round.drawnAt === null) return null
  return (
    <section className="wall__sample" aria-labelledby="wall-sample">
      <h2 id="wall-sample">{t('ceremony.sample', { count: round.counts.sample, census: round.counts.census })}</h2>
      <ul>
        {round.power.map(({ town, total, drawn }, nth) => (
          <li key={town} style={{ animationDelay: `${nth * 150}ms` }}>
            <span>{town}</span>
            <strong>{t('ceremony.of', { drawn, total })}</strong>
          </li>
        ))}
      </ul>
      <p>{t('targets.covered')}</p>
    </section>
  )
}
