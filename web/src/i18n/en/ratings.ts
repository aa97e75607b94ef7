import type { ratings as zh } from '../zh-CN/ratings.ts'
import type { Translation } from '../translation.ts'

export const ratings = {
  title: 'Ratings',
} satisfies Translation<typeof zh>
