import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { GrantedRole } from '@dj/shared/county/people/role.ts'
import { type Choice, SearchPicker } from '../../platform/form/SearchPicker.tsx'
import type { Faults } from '../../platform/form/use-draft.ts'
import { colleagueQueries } from './colleagues.queries.ts'

interface Props {
  readonly draft: { readonly id: string; readonly faults: Faults }
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly role?: GrantedRole
  /** Those at a desk may be chosen, too. */
  readonly staff?: boolean
  readonly value: Choice | undefined
  readonly onValue: (choice: Choice | undefined) => void
}

const few = 8

/** Somebody of the county by a part of the alias. */
export function ColleaguePicker({ value, onValue, role, staff, ...field }: Props) {
  const [query, setQuery] = useState('')
  const { data } = useQuery(colleagueQueries.search(query.trim(), { role, staff }))
  const choices = data
    ?.slice(0, few)
    .map(({ id, alias, organizationName }) => ({ id, label: alias, note: organizationName ?? undefined }))
  // Nothing typed and nothing near: that is no failed search.
  const asked = query.trim() !== '' || (choices?.length ?? 0) > 0
  return (
    <SearchPicker
      {...field}
      chosen={value}
      onChoose={onValue}
      query={query}
      onQuery={setQuery}
      choices={asked ? choices : undefined}
    />
  )
}
