import { useTranslation } from 'react-i18next'
import { hadSecondPoor } from '@dj/shared/follow/finding/finding.rules.ts'
import { poorRating } from '@dj/shared/exit/poor/poor.rules.ts'
import type { DryRunItem, DryRunView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { useQuarter } from '../../platform/ui/time/use-quarter.ts'
import { percent } from '../../county/settings/rule-fields.ts'

type Rules = DryRunView['current']
interface Props {
  readonly item: DryRunItem
  readonly version: number
  readonly now: Rules
  readonly tried: Rules
}

/** What the rule saw of the order, then what each of the two rules makes of it. */
export function WhyWords({ item, version, now, tried }: Props) {
  const { t } = useTranslation('rules')
  const judge = useJudgement()
  const quarter = useQuarter()
  return (
    <span className="rules__why">
      {item.inputs === null ? (
        <span>{t('why.quarters', { quarters: item.poorQuarters.map((one) => quarter(one)).join(t('comma')) })}</span>
      ) : (
        <Seen inputs={item.inputs} />
      )}
      <span className="quiet">
        {t('why.now', { version })}
        {judge(item, now)}
      </span>
      <span className="quiet">
        {t('why.tried')}
        {judge(item, tried)}
      </span>
    </span>
  )
}

function Seen({ inputs: { n, satisfied, upper, answers, notSolved } }: { inputs: NonNullable<DryRunItem['inputs']> }) {
  const { t } = useTranslation('rules')
  return (
    <>
      <span>
        {n === 0
          ? t('why.noRatings')
          : t('why.ratings', { n, satisfied, share: percent(satisfied / n), upper: percent(upper ?? 1) })}
      </span>
      <span>
        {answers === 0
          ? t('why.noAnswers')
          : t('why.answers', { n: answers, notSolved, share: percent(notSolved / answers) })}
      </span>
    </>
  )
}

/** By the very rule the api judges with. */
function useJudgement(): (item: DryRunItem, rules: Rules) => string {
  const { t } = useTranslation('rules')
  return ({ inputs, poorQuarters }, rules) => {
    const { poorBelow, minimumN, notSolvedShare, notSolvedMinimumN, poorWithinQuarters: quarters } = rules
    if (inputs === null)
      return hadSecondPoor(poorQuarters, quarters) ? t('judged.second', { quarters }) : t('judged.spared')
    const reason = poorRating({ ...inputs, ratings: inputs.n }, rules)
    if (reason === null) return t('judged.spared')
    return reason === 'satisfaction'
      ? t('judged.satisfaction', { below: percent(poorBelow), n: minimumN })
      : t('judged.notSolved', { share: percent(notSolvedShare), n: notSolvedMinimumN })
  }
}
