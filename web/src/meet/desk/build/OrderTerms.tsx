import { useTranslation } from 'react-i18next'
import { Checkbox, TextInput } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import type { OrderForm } from './form-of-order.ts'
import { Words } from '../waiting/Words.tsx'

/** Where and until when. */
export function OrderTerms({ draft }: { draft: OrderForm }) {
  const { t } = useTranslation('desk')
  return (
    <>
      <Words draft={draft} name="location" line optional />
      <div className="sheet__dates">
        <DateField draft={draft} name="claimBy" />
        <DateField draft={draft} name="dueOn" />
      </div>
      <Checkbox checked={draft.values.standing} onChecked={(checked) => draft.set('standing', checked)}>
        {t('field.standing')}
        <span className="field__hint">{t('field.standing.hint')}</span>
      </Checkbox>
      {draft.values.standing && <DateField draft={draft} name="standingUntil" />}
    </>
  )
}

function DateField({ draft, name }: { draft: OrderForm; name: 'claimBy' | 'dueOn' | 'standingUntil' }) {
  const { t } = useTranslation('desk')
  return (
    <Field draft={draft} name={name} label={t(`field.${name}`)} optional>
      {(control) => (
        <TextInput {...control} type="date" value={draft.values[name]} onValue={(value) => draft.set(name, value)} />
      )}
    </Field>
  )
}
