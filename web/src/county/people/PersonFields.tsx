import { useTranslation } from 'react-i18next'
import { TextInput } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { OrganizationPicker } from '../organizations/OrganizationPicker.tsx'
import type { Faults } from '../../platform/form/use-draft.ts'

export interface PersonFieldValues {
  readonly alias: string
  readonly name: string
  readonly phone: string
  readonly homeOrganizationId: string
  readonly skills: string
}

interface Draft {
  readonly id: string
  readonly faults: Faults
  readonly values: PersonFieldValues
  readonly set: (name: keyof PersonFieldValues, value: string) => void
}

const texts = ['alias', 'name', 'phone', 'skills'] as const
const optional: readonly string[] = ['phone', 'skills']

/** What a new and an old account have in common. */
export function PersonFields({ draft, phoneHint }: { draft: Draft; phoneHint: string }) {
  const { t } = useTranslation('people')
  const hints = {
    alias: t('field.alias.hint'),
    name: t('field.name.hint'),
    phone: phoneHint,
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
