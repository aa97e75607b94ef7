import type { people as zh } from '../zh-CN/people.ts'
import type { Translation } from '../translation.ts'

export const people = {
  title: 'People and accounts',
} satisfies Translation<typeof zh>
