import { useTranslation } from 'react-i18next'
import { Effect, Verdict } from '@dj/shared/exit/verdict.ts'
import { ChoiceField } from '../../../platform/form/ChoiceField.tsx'
import { TextArea } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import type { VisitDraft } from './visit-draft.ts'

/** Effect, verdict with what follows from it, and the inspector's own words. */
export function ResultFields({ draft }: { draft: VisitDraft }) {
  const { t } = useTranslation('inspections')
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
          hint: value === 'pass' && effect === 'poor' ? t('verdict.poor') : t(`verdict.${value}.hint`),
        }))}
      />
      <Field draft={draft} name="words" label={t('words')} hint={t('words.hint')}>
        {(control) => (
          <TextArea {...control} rows={5} value={words} onValue={(value) => draft.write({ words: value })} />
        )}
      </Field>
    </section>
  )
}
