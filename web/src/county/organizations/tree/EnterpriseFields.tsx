import { useTranslation } from 'react-i18next'
import { partyKinds } from '@dj/shared/county/organization/organization.schema.ts'
import { SizeClass } from '@dj/shared/county/organization/tree.schema.ts'
import { Select, TextInput } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import type { Faults } from '../../../platform/form/use-draft.ts'
import { OrganizationPicker } from '../OrganizationPicker.tsx'

export const noFacts = { creditCode: '', sizeClass: '', industry: '', employees: '', partyOrganizationId: '' }
export type FactValues = typeof noFacts

const orNull = (typed: string) => (typed.trim() === '' ? null : typed)

/** As the schema wants it: what is left empty is not known. */
export const enterpriseInput = ({ creditCode, sizeClass, industry, employees, partyOrganizationId }: FactValues) => ({
  creditCode: orNull(creditCode),
  sizeClass: orNull(sizeClass),
  industry: orNull(industry),
  employees: employees.trim() === '' ? null : Number(employees),
  partyOrganizationId: orNull(partyOrganizationId),
})

interface Props {
  readonly draft: {
    readonly id: string
    readonly faults: Faults
    readonly values: FactValues
    readonly set: (name: keyof FactValues, value: string, path?: string) => void
  }
}

/** What is known of an enterprise; all of it may be filled in later. */
export function EnterpriseFields({ draft }: Props) {
  const { t } = useTranslation('tree')
  const { values, set } = draft
  const change = (name: keyof FactValues) => (value: string) => set(name, value, `enterprise.${name}`)
  return (
    <>
      <Field
        draft={draft}
        name="enterprise.creditCode"
        label={t('fact.creditCode')}
        optional
        hint={t('field.creditCode.hint')}
      >
        {(control) => (
          <TextInput
            {...control}
            value={values.creditCode}
            onValue={change('creditCode')}
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      <Field draft={draft} name="enterprise.sizeClass" label={t('fact.sizeClass')} optional>
        {(control) => (
          <Select
            {...control}
            value={values.sizeClass}
            onValue={change('sizeClass')}
            empty={t('field.unknown')}
            options={SizeClass.options.map((value) => ({ value, label: t(`size.${value}`) }))}
          />
        )}
      </Field>
      <Field draft={draft} name="enterprise.industry" label={t('fact.industry')} optional>
        {(control) => <TextInput {...control} value={values.industry} onValue={change('industry')} />}
      </Field>
      <Field draft={draft} name="enterprise.employees" label={t('fact.employees')} optional>
        {(control) => (
          <TextInput {...control} inputMode="numeric" value={values.employees} onValue={change('employees')} />
        )}
      </Field>
      <OrganizationPicker
        draft={draft}
        name="enterprise.partyOrganizationId"
        label={t('fact.party')}
        hint={t('field.party.hint')}
        optional
        value={values.partyOrganizationId}
        onValue={change('partyOrganizationId')}
        fits={({ kind }) => partyKinds.some((party) => party === kind)}
      />
    </>
  )
}
