import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN.js'
import { useLanguage } from '../i18n/language.ts'
import { useElder, usePhone } from './display.ts'
import { antdTheme } from './theme.ts'

/** antd in the house's language and clothes. Only pages of desks bring it along: it weighs more than everything a member needs. */
export function Kit({ children }: { children: React.ReactNode }) {
  const theme = antdTheme({ phone: usePhone(), elder: useElder() })
  const language = useLanguage()
  return (
    <ConfigProvider
      theme={theme}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      {...(language === 'zh-CN' && { locale: zhCN.default })}
    >
      {children}
    </ConfigProvider>
  )
}
