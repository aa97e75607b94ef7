import type { receipts as zh } from '../zh-CN/receipts.ts'
import type { Translation } from '../translation.ts'

export const receipts = {
  title: 'Follow a need by its receipt code',
} satisfies Translation<typeof zh>
