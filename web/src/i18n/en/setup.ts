import type { setup as zh } from '../zh-CN/setup.ts'
import type { Translation } from '../translation.ts'

export const setup = { title: 'Set-up' } satisfies Translation<typeof zh>
