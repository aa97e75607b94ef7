import { useTranslation } from 'react-i18next'
import { TextInput } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { OrganizationPicker } from '../organizations/OrganizationPicker.tsx'
import type { Faults } from '../../platform/form/use-draft.ts'

export interface PersonFieldValues {
  readonly alias: string
  readonly name: string
  readonly phone: string
  readonly documentNumber: string
  readonly homeOrganizationId: string
  readonly skills: string
}

interface Draft {
  readonly id: string
  readonly faults: Faults
  readonly values: PersonFieldValues
  readonly set: (name: keyof PersonFieldValues, value: string) => void
}

const texts = ['alias', 'name', 'phone', 'documentNumber', 'skills'] as const
const optional: readonly string[] = ['phone', 'documentNumber', 'skills']

interface Props {
  readonly draft: Draft
  readonly phoneHint: string
  /** Of the document on record. */
  readonly last4?: string | null
}

/** What a new and an old account have in common. */
export function PersonFields({ draft, phoneHint, last4 = null }: Props) {
  const { t } = useTranslation('people')
  const hints = {
    alias: t('field.alias.hint'),
    name: t('field.name.hint'),
    phone: phoneHint,
    documentNumber: last4 === null ? t('field.documentNumber.hint') : t('field.documentNumber.keep', { last4 }),
    skills: t('field.skills.hint'),
  }
  return (
    <>
      {texts.map((name) => (
        <Field
          key={name}
          draft={draft}
          name={name}
          label={t(`field.${name}`)}
          hint={hints[name]}
          optional={optional.includes(name)}
        >
          {(control) => (
            <TextInput
              {...control}
              value={draft.values[name]}
              onValue={(value) => draft.set(name, value)}
              autoComplete="off"
              {...(name === 'phone' && { inputMode: 'tel' })}
            />
          )}
        </Field>
      ))}
      <OrganizationPicker
        draft={draft}
        name="homeOrganizationId"
        label={t('field.home')}
        hint={t('field.home.hint')}
        optional
        value={draft.values.homeOrganizationId}
        onValue={(value) => draft.set('homeOrganizationId', value)}
      />
    </>
  )
}

/** 法律咨询、电工 → two skills. */
export const skillsOf = (typed: string) =>
  typed
    .split(/[、,，;；\n]/)
    .map((skill) => skill.trim())
    .filter((skill) => skill !== '')
