import type { ChecklistItem } from '@dj/shared/follow/finding/checklist-item.schema.ts'
import { useTranslation } from 'react-i18next'
import type { OrderState } from '@dj/shared/build/order/order.schema.ts'
import type { Tier } from '@dj/shared/county/organization/tier.ts'
import { findingEffect } from '@dj/shared/follow/finding/finding-effect.rules.ts'
import { Effect, Verdict } from '@dj/shared/exit/verdict.ts'
import { ChoiceField } from '../../../platform/form/ChoiceField.tsx'
import { TextArea } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import { TodoFields } from './TodoFields.tsx'
import type { VisitDraft } from './visit-draft.ts'

interface Props {
  readonly draft: VisitDraft
  readonly items: readonly ChecklistItem[]
  /** As far as this device knows. Without it, as at the desk where slips are typed in, what holds of every order is said. */
  readonly order?: { readonly state: OrderState; readonly tier: Tier }
}

/** Effect, verdict with what follows from it, and the inspector's own words. */
export function ResultFields({ draft, order, items }: Props) {
  const { t } = useTranslation('inspections')
  const follows = useConsequence(order)
  const { effect, verdict, words } = draft.writing
  return (
    <section className="stack" aria-labelledby="result">
      <h2 id="result">{t('result.title')}</h2>
      <ChoiceField
        draft={draft}
        name="effect"
        legend={t('effect')}
        value={effect ?? undefined}
        onValue={(value) => draft.write({ effect: Effect.parse(value) })}
        options={Effect.options.map((value) => ({ value, label: t(`effect.${value}`) }))}
      />
      <ChoiceField
        draft={draft}
        name="verdict"
        legend={t('verdict')}
        value={verdict ?? undefined}
        onValue={(value) => draft.write({ verdict: Verdict.parse(value) })}
        options={Verdict.options.map((value) => ({
          value,
          label: t(`verdict.${value}`),
          hint: value === 'pass' && effect === 'poor' ? t('verdict.poor') : follows(value),
        }))}
      />
      {effect === 'poor' && verdict === 'rectify' && <p className="quiet">{t('verdict.secondPoor')}</p>}
      {verdict === 'rectify' && <TodoFields draft={draft} items={items} />}
      <Field draft={draft} name="words" label={t('words')} hint={t('words.hint')}>
        {(control) => (
          <TextArea {...control} rows={5} value={words} onValue={(value) => draft.write({ words: value })} />
        )}
      </Field>
    </section>
  )
}

/** What a verdict will bring about, by the same table that the api goes by. */
function useConsequence(order: Props['order'] | undefined): (verdict: Verdict) => string {
  const { t } = useTranslation('inspections')
  return (verdict) => {
    if (order === undefined) return t(`verdict.${verdict}.hint`)
    const { state, tier } = order
    const effect = findingEffect(state, verdict)
    if (effect === 'none') return t(`then.pass.${passing(state)}`)
    if (effect !== 'reopening') return t(`then.${effect}`)
    const who = t(tier === 'C' ? 'then.decider.town' : 'then.decider.county')
    return t(verdict === 'rectify' ? 'then.reopening.rectify' : 'then.reopening.retire', { who })
  }
}

const passing = (state: OrderState) =>
  state === 'rectifying' || state === 'retiring' || state === 'retired' || state === 'closed' ? state : 'live'
