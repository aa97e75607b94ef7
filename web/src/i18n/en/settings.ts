import type { settings as zh } from '../zh-CN/settings.ts'
import type { Translation } from '../translation.ts'

export const settings = {
  title: 'County settings',
} satisfies Translation<typeof zh>
