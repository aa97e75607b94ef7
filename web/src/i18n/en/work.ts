import type { work as zh } from '../zh-CN/work.ts'
import type { Translation } from '../translation.ts'

export const work = {
  title: 'My work',
} satisfies Translation<typeof zh>
