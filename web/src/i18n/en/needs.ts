import type { needs as zh } from '../zh-CN/needs.ts'
import type { Translation } from '../translation.ts'

export const needs = {
  title: 'Needs',
} satisfies Translation<typeof zh>
