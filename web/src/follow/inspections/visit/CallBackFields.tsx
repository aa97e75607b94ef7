import { useTranslation } from 'react-i18next'
import type { CallBack } from '@dj/shared/follow/finding/checklist-item.schema.ts'
import { ChoiceField } from '../../../platform/form/ChoiceField.tsx'
import { TextArea } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import type { VisitDraft } from './visit-draft.ts'

const empty: CallBack = { called: false, satisfied: null, words: null }

/** 不满意实名回访: whether the requester was called, and what they said. */
export function CallBackFields({ draft }: { draft: VisitDraft }) {
  const { t } = useTranslation('inspections')
  const { callBack } = draft.writing
  const write = (part: Partial<CallBack>) => draft.write({ callBack: { ...empty, ...callBack, ...part } })
  return (
    <section className="stack" aria-labelledby="call-back">
      <h2 id="call-back">{t('call.title')}</h2>
      <ChoiceField
        draft={draft}
        name="callBack"
        legend={t('call.called')}
        value={callBack === null ? undefined : callBack.called ? 'yes' : 'no'}
        onValue={(value) => write(value === 'yes' ? { called: true } : { ...empty, words: callBack?.words ?? null })}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`call.${value}`) }))}
      />
      {callBack?.called === true && (
        <ChoiceField
          draft={draft}
          name="callBack.satisfied"
          legend={t('call.satisfied')}
          value={callBack.satisfied === null ? undefined : callBack.satisfied ? 'yes' : 'no'}
          onValue={(value) => write({ satisfied: value === 'yes' })}
          options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`call.satisfied.${value}`) }))}
        />
      )}
      {callBack !== null && (
        <Field draft={draft} name="callBack.words" label={t(callBack.called ? 'call.words' : 'call.whyNot')} optional>
          {(control) => (
            <TextArea
              {...control}
              rows={2}
              value={callBack.words ?? ''}
              onValue={(words) => write({ words: words.trim() === '' ? null : words })}
            />
          )}
        </Field>
      )}
    </section>
  )
}
