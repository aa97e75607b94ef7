import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type ChangeSettings, type CountySettings, SettingsView } from '@dj/shared/county/settings/settings.schema.ts'
import { request } from '../../platform/api/client.ts'
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

/** A category as the county calls it; its code's ordinary name until the settings are here. */
export function useCategoryName(): (code: string) => string {
  const settings = useSettings()
  const language = useLanguage()
  const { t, i18n } = useTranslation('domain')
  return (code) => {
    const named = settings?.categories.find((category) => category.code === code)
    if (named !== undefined) return language === 'en' ? named.en : named.zh
    const key = `category.${code}`
    return i18n.exists(key, { ns: 'domain' }) ? t(key as 'category.other') : code
  }
}

/** Saves the next version, made on this one. */
export function useChangeSettings(version: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ChangeSettings) => request('PUT', '/settings', { body, ifMatch: version, schema: SettingsView }),
    onSuccess: (view) => client.setQueryData(settingsQueries.current().queryKey, view),
  })
}
