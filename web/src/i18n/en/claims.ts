import type { claims as zh } from '../zh-CN/claims.ts'
import type { Translation } from '../translation.ts'

export const claims = {
  title: 'My claims',
} satisfies Translation<typeof zh>
