import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { OrganizationPicker } from '../../county/organizations/OrganizationPicker.tsx'
import { ChoiceField } from '../../platform/form/ChoiceField.tsx'
import { Select } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import type { Faults } from '../../platform/form/use-draft.ts'
import { audiences, sizes } from './poster-link.ts'
import type { Poster } from './use-poster.ts'

const none: Faults = new Map()

/** For whom, and on which paper. */
export function PosterForm({ poster: { county, chosen, change } }: { poster: Poster }) {
  const { whose, size, town = '', org = '' } = chosen
  const { t } = useTranslation('poster')
  const draft = { id: useId(), faults: none }
  return (
    <>
      <ChoiceField
        draft={draft}
        name="whose"
        legend={t('whose.legend')}
        value={whose}
        onValue={(value) => change({ whose: value })}
        options={audiences.map((value) => ({ value, label: t(`whose.${value}`) }))}
      />
      {whose === 'town' && (
        <Field draft={draft} name="town" label={t('town')}>
          {(control) => (
            <Select
              {...control}
              value={town}
              onValue={(value) => change({ town: value })}
              empty="—"
              options={county.towns.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Field>
      )}
      {whose === 'organization' && (
        <OrganizationPicker
          draft={draft}
          name="org"
          label={t('organization')}
          hint={t('organization.hint')}
          value={org}
          onValue={(value) => change({ org: value })}
        />
      )}
      <ChoiceField
        draft={draft}
        name="size"
        legend={t('size.legend')}
        value={size}
        onValue={(value) => change({ size: value })}
        options={sizes.map((value) => ({ value, label: t(`size.${value}`) }))}
      />
    </>
  )
}
