import { text } from './text.schema.ts'

/** Is it words at all: three different letters or digits, where `aaaa`, `。。。。` and `1212` say nothing? */
export function saysSomething(words: string): boolean {
  const letters = words.toLowerCase().match(/[\p{L}\p{N}]/gu) ?? []
  return new Set(letters).size >= 3
}

/** Why somebody looks at what is not theirs: it stands in the log for whoever asks later. */
export const Reason = text(4, 200).refine(saysSomething, { params: { code: 'field.no_reason' } })
