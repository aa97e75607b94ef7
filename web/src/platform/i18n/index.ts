import i18next, { changeLanguage, use } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { loadLanguage, preferredLanguage } from './language.ts'
import { zhCN } from './zh-CN/index.ts'

/** Prepares the words before the first paint, so that nothing flickers from one language to the other. */
export async function startI18n(language = preferredLanguage()): Promise<void> {
  await use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    defaultNS: 'shell',
    ns: Object.keys(zhCN),
    resources: { 'zh-CN': zhCN },
    keySeparator: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  await loadLanguage(language)
  if (i18next.language !== language) await changeLanguage(language)
  document.documentElement.lang = language
}
