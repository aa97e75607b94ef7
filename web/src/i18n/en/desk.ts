import type { desk as zh } from '../zh-CN/desk.ts'
import type { Translation } from '../translation.ts'

export const desk = {
  title: 'Secretary’s desk',
} satisfies Translation<typeof zh>
