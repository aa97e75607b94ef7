import 'i18next'
import type { zhCN } from './zh-CN/index.ts'
import type { rooms } from './zh-CN/rooms.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell'
    keySeparator: false
    resources: typeof zhCN & typeof rooms
  }
}
