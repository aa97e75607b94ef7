import { useTranslation } from 'react-i18next'
import { Checkbox, TextInput } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import type { Faults } from '../../../platform/form/use-draft.ts'
import { ColleaguePicker } from '../../organizations/ColleaguePicker.tsx'
import { GroupHead } from './GroupHead.tsx'
import { NotationField } from './NotationField.tsx'
import { newPlan, type PlanDraft, planNumbers } from './plan-draft.ts'

interface Props {
  readonly draft: { readonly id: string; readonly faults: Faults }
  readonly value: PlanDraft | null
  readonly onValue: (value: PlanDraft | null, path: string) => void
}

const path = 'settings.round.plan'

/** Whether the calendar opens the round of every quarter, and how: the same questions as by hand, with days counted instead of dates. */
export function RoundPlanEditor({ draft, value, onValue }: Props) {
  const { t } = useTranslation('settings')
  return (
    <section className="settings__group settings__plan">
      <GroupHead group="plan" />
      <p className="quiet">{t('plan.hint')}</p>
      <Checkbox checked={value !== null} onChecked={(on) => onValue(on ? newPlan : null, path)}>
        {t('plan.on')}
      </Checkbox>
      {value !== null && <PlanFields draft={draft} value={value} onValue={onValue} />}
    </section>
  )
}

function PlanFields({ draft, value, onValue }: Props & { readonly value: PlanDraft }) {
  const { t } = useTranslation('settings')
  const change = (name: string, next: Partial<PlanDraft>) => onValue({ ...value, ...next }, `${path}.${name}`)
  return (
    <>
      {([0, 1] as const).map((nth) => (
        <ColleaguePicker
          key={nth}
          draft={draft}
          name={`${path}.seedHolderIds.${nth}`}
          label={t('plan.holder', { n: nth + 1 })}
          value={value.holders[nth]}
          onValue={(choice) => {
            const [first, second] = value.holders
            change(`seedHolderIds.${nth}`, { holders: nth === 0 ? [choice, second] : [first, choice] })
          }}
        />
      ))}
      <Field draft={draft} name={`${path}.publicValueSource`} label={t('plan.source')} hint={t('plan.source.hint')}>
        {(control) => (
          <TextInput
            {...control}
            value={value.publicValueSource}
            onValue={(text) => change('publicValueSource', { publicValueSource: text })}
          />
        )}
      </Field>
      <NotationField
        draft={draft}
        name={`${path}.publicValueNotation`}
        value={value.publicValueNotation}
        onValue={(text) => change('publicValueNotation', { publicValueNotation: text })}
      />
      {planNumbers.map((name) => (
        <Field key={name} draft={draft} name={`${path}.${name}`} label={t(`plan.${name}`)}>
          {(control) => (
            <div className="setting__input">
              <TextInput
                {...control}
                value={value[name]}
                onValue={(text) => change(name, { [name]: text })}
                inputMode="numeric"
              />
              {name !== 'openOnWorkingDay' && <span>{t('unit.days')}</span>}
            </div>
          )}
        </Field>
      ))}
    </>
  )
}
