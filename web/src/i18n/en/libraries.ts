import type { libraries as zh } from '../zh-CN/libraries.ts'
import type { Translation } from '../translation.ts'

export const libraries = {
  title: 'Overview of the libraries',
} satisfies Translation<typeof zh>
