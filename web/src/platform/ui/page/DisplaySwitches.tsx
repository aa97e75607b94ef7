import { useTranslation } from 'react-i18next'
import { setLanguage, useLanguage } from '../../i18n/language.ts'
import { setElder, useElder } from './display.ts'
import { Icon } from '../mark/Icon.tsx'

/** 长辈版 and language, the two things everybody may set without an account. */
export function DisplaySwitches() {
  return (
    <div className="switches">
      <ElderSwitch />
      <LanguageSwitch />
    </div>
  )
}

export function ElderSwitch() {
  const { t } = useTranslation()
  const elder = useElder()
  return (
    <button type="button" className="btn btn--plain" aria-pressed={elder} onClick={() => setElder(!elder)}>
      <Icon name={elder ? 'check' : 'textSize'} />
      {t('elder.label')}
    </button>
  )
}

export function LanguageSwitch() {
  const { t } = useTranslation()
  const language = useLanguage()
  const other = language === 'en' ? 'zh-CN' : 'en'
  return (
    <button type="button" className="btn btn--plain" lang={other} onClick={() => void setLanguage(other)}>
      <Icon name="globe" />
      {t('language.switchTo')}
    </button>
  )
}
