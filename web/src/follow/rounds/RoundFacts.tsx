import { useTranslation } from 'react-i18next'
import type { RoundView, SeedView } from '@dj/shared/follow/round/round.schema.ts'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import './rounds.css'

/** What was fixed, by whom and when: commitments, frame hash, public value. */
export function RoundFacts({ round }: { round: RoundView }) {
  const { t } = useTranslation('rounds')
  return (
    <ol className="round-facts">
      {round.seeds.map((seed) => (
        <Fact
          key={seed.position}
          title={t('fact.commitment', { n: seed.position, who: seed.holder.alias })}
          at={seed.committedAt}
        >
          <Hex value={seed.commitment} />
          <SeedWords seed={seed} />
        </Fact>
      ))}
      <Fact title={t('fact.frame')} at={round.frozenAt}>
        <Hex value={round.frameHash} />
        {round.frameCount !== null && <span>{t('fact.frameCount', { count: round.frameCount })}</span>}
      </Fact>
      {round.poolHash !== null && (
        <Fact title={t('fact.pool')} at={round.frozenAt}>
          <Hex value={round.poolHash} />
          <span>{t('fact.poolCount', { count: round.poolCount ?? 0 })}</span>
        </Fact>
      )}
      <Fact title={t('fact.value')} at={null}>
        <span>
          {round.publicValueSource} · <DateText value={round.publicValueOn} />
        </span>
        {round.publicValueNotation !== null && (
          <span>{t('fact.notation', { notation: round.publicValueNotation })}</span>
        )}
        {round.publicValue === null ? (
          <span className="quiet">{t('fact.waiting')}</span>
        ) : (
          <strong className="round-facts__value">{round.publicValue}</strong>
        )}
      </Fact>
      <Fact title={t('fact.draw')} at={round.drawnAt}>
        <span>
          {t('fact.rule', {
            rate: Math.round(round.rate * 1000) / 10,
            minimum: round.minimum,
            version: round.settingsVersion,
          })}
        </span>
      </Fact>
    </ol>
  )
}

function SeedWords({ seed }: { seed: SeedView }) {
  const { t } = useTranslation('rounds')
  if (seed.fallbackReason !== null) return <span>{t('fact.withheld', { reason: seed.fallbackReason })}</span>
  if (seed.seed !== null) return <Hex value={seed.seed} label={t('fact.seed')} />
  return seed.revealedAt === null ? null : <span className="quiet">{t('fact.covered')}</span>
}

function Fact({ title, at, children }: { title: string; at: string | null; children: React.ReactNode }) {
  return (
    <li>
      <div className="row row--apart">
        <h3>{title}</h3>
        {at !== null && (
          <span className="quiet">
            <DateText value={at} time />
          </span>
        )}
      </div>
      {children}
    </li>
  )
}

function Hex({ value, label }: { value: string | null; label?: string }) {
  const { t } = useTranslation('rounds')
  if (value === null) return <span className="quiet">{t('fact.waiting')}</span>
  return (
    <span>
      {label}
      <code className="hex">{value}</code>
    </span>
  )
}
