import { expect, test } from 'vitest'
import { text } from './text.schema.ts'

const accepts = (words: string) => text(1, 40).safeParse(words).success

test('what disguises a text is refused: control characters, every bidi control, half of a surrogate pair', () => {
  const disguises = [
    '\u0000',
    '\u0007',
    '\u0085',
    '\u061C',
    '\u200E',
    '\u200F',
    '\u202E',
    '\u2066',
    '\uD800',
    '\uDC00\uD800',
  ]
  expect(disguises.filter((each) => accepts(`电工${each}夜校`))).toEqual([])
})

test('what people write stays: line breaks, tabs, rare characters, emoji with joiners, and composed letters', () => {
  expect(['一\n二\t三', '𠮷野家', '👩‍🔧', 'é'].filter((each) => !accepts(each))).toEqual([])
  expect(text(1, 40).parse(' e\u0301 ')).toBe('\u00e9')
})
