import type { log as zh } from '../zh-CN/log.ts'
import type { Translation } from '../translation.ts'

export const log = {
  title: 'Audit log',
} satisfies Translation<typeof zh>
