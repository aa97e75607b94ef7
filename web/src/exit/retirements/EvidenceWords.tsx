import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Effect, Verdict } from '@dj/shared/exit/verdict.ts'
import type { RetirementView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { useQuarter } from '../../platform/ui/time/use-quarter.ts'

const Found = z.object({ quarter: z.string(), effect: Effect, verdict: Verdict })
const Twice = Found.extend({
  earlier: z.object({ quarter: z.string() }),
  settingsVersion: z.number().optional(),
  poorWithinQuarters: z.number().optional(),
})
const Poor = z.object({
  settingsVersion: z.number(),
  rule: z.object({
    poorBelow: z.number(),
    minimumN: z.number(),
    notSolvedShare: z.number(),
    notSolvedMinimumN: z.number(),
  }),
  inputs: z.object({ ratings: z.number(), satisfied: z.number(), answers: z.number(), notSolved: z.number() }),
})
const Failed = z.object({ rectificationId: z.string(), number: z.string(), effect: Effect })

const percent = (share: number) => Math.round(share * 1000) / 10

/** What a proposal rests on, in words: the finding, or the rule with its version and the numbers it was given. */
export function EvidenceWords({ retirement: { evidence, facts } }: { retirement: RetirementView }) {
  const { t } = useTranslation('retirements')
  return (
    <div className="stack prose">
      <p>
        <strong>{t(`evidence.${evidence}`)}</strong>
      </p>
      <FoundWords facts={facts} />
      <PoorWords facts={facts} />
      <FailedWords facts={facts} />
      {evidence === 'need_ceased' && <p>{t('evidence.ceased.body')}</p>}
    </div>
  )
}

interface Props {
  readonly facts: RetirementView['facts']
}

function FoundWords({ facts }: Props) {
  const { t } = useTranslation(['retirements', 'rectifications'])
  const quarter = useQuarter()
  const found = Found.safeParse(facts).data
  if (found === undefined) return null
  const twice = Twice.safeParse(facts).data
  const words = { quarter: quarter(found.quarter), effect: t(`rectifications:effect.${found.effect}`) }
  return (
    <>
      <p>{t('facts.found', { ...words, verdict: t(`verdict.${found.verdict}`) })}</p>
      {twice !== undefined && <p>{t('facts.earlier', { quarter: quarter(twice.earlier.quarter) })}</p>}
      {twice?.settingsVersion !== undefined && (
        <p className="quiet">
          {t('facts.twice', { version: twice.settingsVersion, count: twice.poorWithinQuarters ?? 4 })}
        </p>
      )}
    </>
  )
}

function PoorWords({ facts }: Props) {
  const { t } = useTranslation('retirements')
  const poor = Poor.safeParse(facts).data
  if (poor === undefined) return null
  const { rule, inputs } = poor
  return (
    <>
      <p>{t('facts.ratings', { n: inputs.ratings, satisfied: inputs.satisfied })}</p>
      <p>{t('facts.answers', { n: inputs.answers, notSolved: inputs.notSolved })}</p>
      <p className="quiet">
        {t('facts.rule', {
          version: poor.settingsVersion,
          below: percent(rule.poorBelow),
          n: rule.minimumN,
          share: percent(rule.notSolvedShare),
          answers: rule.notSolvedMinimumN,
        })}
      </p>
    </>
  )
}

function FailedWords({ facts }: Props) {
  const { t } = useTranslation(['retirements', 'rectifications'])
  const failed = Failed.safeParse(facts).data
  if (failed === undefined) return null
  return (
    <p>
      {t('facts.failed', { effect: t(`rectifications:effect.${failed.effect}`) })}{' '}
      <Link to="/rectifications/$id" params={{ id: failed.rectificationId }}>
        {failed.number}
      </Link>
    </p>
  )
}
