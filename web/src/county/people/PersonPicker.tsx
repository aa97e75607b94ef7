import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '@dj/shared/county/people/people.schema.ts'
import { SearchPicker } from '../../platform/form/SearchPicker.tsx'
import type { Faults } from '../../platform/form/use-draft.ts'
import { peopleQueries } from './people.queries.ts'

interface Props {
  readonly draft: { readonly id: string; readonly faults: Faults }
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
  readonly value: PersonView | undefined
  readonly onValue: (person: PersonView | undefined) => void
}

/** A person by alias or account. */
export function PersonPicker({ value, onValue, ...field }: Props) {
  const { t } = useTranslation('domain')
  const [query, setQuery] = useState('')
  const { data } = useQuery(peopleQueries.search(query.trim()))
  const toChoice = ({ id, alias, username, kind, homeOrganization }: PersonView) => ({
    ...{ id, label: alias },
    note: [username, t(`personKind.${kind}`), homeOrganization?.name].filter(Boolean).join(' · '),
  })
  return (
    <SearchPicker
      {...field}
      chosen={value && toChoice(value)}
      onChoose={(choice) => onValue(data?.find(({ id }) => id === choice?.id))}
      query={query}
      onQuery={setQuery}
      choices={data?.filter(({ status }) => status === 'active').map(toChoice)}
    />
  )
}
