import type { grants as zh } from '../zh-CN/grants.ts'
import type { Translation } from '../translation.ts'

export const grants = {
  title: 'Grants',
} satisfies Translation<typeof zh>
