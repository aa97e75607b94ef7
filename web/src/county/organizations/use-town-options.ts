import { useQuery } from '@tanstack/react-query'
import type { Option } from '../../platform/form/controls.tsx'
import { organizationQueries } from './organizations.queries.ts'

export function useTownOptions(): readonly Option[] {
  const { data = [] } = useQuery(organizationQueries.all())
  return data.filter(({ kind }) => kind === 'town').map(({ id, name }) => ({ value: id, label: name }))
}
