import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrganizationView } from '@dj/shared/county/organization/organization.schema.ts'
import { SearchPicker } from '../../platform/form/SearchPicker.tsx'
import type { Faults } from '../../platform/form/use-draft.ts'
import { organizationQueries } from './organizations.queries.ts'

interface Props {
  readonly draft: { readonly id: string; readonly faults: Faults }
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
  readonly value: string
  readonly onValue: (id: string) => void
  /** Only these. */
  readonly fits?: (organization: OrganizationView) => boolean
}

const few = 8

/** An organization of the county by a part of its name; the town tells namesakes apart. */
export function OrganizationPicker({ value, onValue, fits = () => true, ...field }: Props) {
  const { t } = useTranslation('domain')
  const { data } = useQuery(organizationQueries.all())
  const [query, setQuery] = useState('')
  const nameOf = (id: string | null) => data?.find((one) => one.id === id)?.name
  const toChoice = ({ id, name, kind, townId }: OrganizationView) => ({
    ...{ id, label: name },
    note: [t(`organizationKind.${kind}`), townId === id ? undefined : nameOf(townId)].filter(Boolean).join(' · '),
  })
  const found = data?.filter((one) => fits(one) && one.name.includes(query.trim()))
  const chosen = data?.find(({ id }) => id === value)
  return (
    <SearchPicker
      {...field}
      chosen={chosen && toChoice(chosen)}
      onChoose={(choice) => onValue(choice?.id ?? '')}
      query={query}
      onQuery={setQuery}
      choices={found?.slice(0, few).map(toChoice)}
    />
  )
}
