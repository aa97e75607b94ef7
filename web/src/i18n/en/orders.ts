import type { orders as zh } from '../zh-CN/orders.ts'
import type { Translation } from '../translation.ts'

export const orders = {
  title: 'Library',
} satisfies Translation<typeof zh>
