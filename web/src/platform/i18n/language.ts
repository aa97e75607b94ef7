import i18next, { changeLanguage } from 'i18next'
import { useTranslation } from 'react-i18next'
import { recall, remember } from '../ui/state/memory.ts'

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value)

/** The language last chosen on this device; Chinese until somebody chooses. */
export function preferredLanguage(): Language {
  const stored = recall('language')
  return isLanguage(stored) ? stored : 'zh-CN'
}

/** For code outside React; components use `useLanguage`. */
export const currentLanguage = (): Language => (isLanguage(i18next.language) ? i18next.language : 'zh-CN')

export async function setLanguage(language: Language): Promise<void> {
  await loadLanguage(language)
  await changeLanguage(language)
  remember('language', language)
  document.documentElement.lang = language
}

/** English is fetched when somebody asks for it: most people never do. */
export async function loadLanguage(language: Language): Promise<void> {
  if (language === 'zh-CN' || i18next.hasResourceBundle('en', 'shell')) return
  const { en } = await import('./en/index.ts')
  for (const [namespace, words] of Object.entries(en)) i18next.addResourceBundle('en', namespace, words)
}

/** The words of the rooms, which most who look for an order never enter. */
export async function loadRooms(): Promise<void> {
  if (i18next.hasResourceBundle('zh-CN', 'rounds')) return
  const { rooms } = await import('./zh-CN/rooms.ts')
  for (const [namespace, words] of Object.entries(rooms)) i18next.addResourceBundle('zh-CN', namespace, words)
}

export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return isLanguage(i18n.language) ? i18n.language : 'zh-CN'
}
