import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CountyView } from '@dj/shared/county/organization/county.schema.ts'
import { ordinaryCategories } from '@dj/shared/county/settings/category.ts'
import { type ChangeSettings, type CountySettings, SettingsView } from '@dj/shared/county/settings/settings.schema.ts'
import { request } from '../../platform/api/client.ts'
import type { Option } from '../../platform/form/controls.tsx'
import { useLanguage } from '../../platform/i18n/language.ts'

export const settingsQueries = {
  root: ['settings'] as const,
  current: () =>
    queryOptions({
      queryKey: [...settingsQueries.root, 'current'],
      queryFn: ({ signal }) => request('GET', '/settings', { schema: SettingsView, signal }),
      staleTime: 10 * 60_000,
    }),
}

/** The county's settings, undefined until they are here: nothing on a page waits for them. */
export const useSettings = (): CountySettings | undefined => useQuery(settingsQueries.current()).data?.settings

type Named = Pick<CountyView, 'categories'>

/** A category as the county calls it; its code's ordinary name until the county's are here. Without a county, the one of whoever is signed in. */
export function useCategoryName(county?: Named): (code: string) => string {
  const language = useLanguage()
  const settings = useQuery({ ...settingsQueries.current(), enabled: county === undefined }).data?.settings
  return (code) => {
    const named = [...((county ?? settings)?.categories ?? []), ...ordinaryCategories]
    const found = named.find((category) => category.code === code)
    return found === undefined ? code : language === 'en' ? found.en : found.zh
  }
}

/** What there is to choose from, in the county's order. */
export function useCategoryOptions(): readonly Option[] {
  const settings = useSettings()
  const nameOf = useCategoryName()
  return (settings?.categories ?? ordinaryCategories).map(({ code }) => ({ value: code, label: nameOf(code) }))
}

/** Saves the next version, made on this one. */
export function useChangeSettings(version: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ChangeSettings) => request('PUT', '/settings', { body, ifMatch: version, schema: SettingsView }),
    onSuccess: (view) => client.setQueryData(settingsQueries.current().queryKey, view),
  })
}
