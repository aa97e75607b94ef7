import { en } from './paper-words.en.ts'
import { type PaperWords, zh } from './paper-words.zh.ts'

export type { PaperWords }
export type PaperLanguage = 'zh' | 'en'
export const paperWords: Record<PaperLanguage, PaperWords> = { zh, en }
