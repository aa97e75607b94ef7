import { describe, expect, test } from 'vitest'
import { readArray, writeArray } from './array-types.ts'

const texts = (text: string) => readArray(text, (each) => each)

describe('an array of texts', () => {
  test.for([
    [[]],
    [['a', 'b']],
    [['', ' ', 'NULL', null]],
    [['a,b', '{c}', 'say "hi"', String.raw`back\slash`, 'two\nlines']],
    [['乐清', '柳市镇,北白象镇', '😀']],
  ])('survives being written and read: %j', ([array]) => {
    expect(texts(String(writeArray(array)))).toEqual(array)
  })

  test('is read as PostgreSQL writes it, without quotes where it needs none', () => {
    expect(texts('{a,"b c",NULL,"NULL","",d}')).toEqual(['a', 'b c', null, 'NULL', '', 'd'])
  })
})

test('arrays of numbers and booleans are written bare', () => {
  expect(writeArray([1, -2.5, 3n, true, null])).toBe('{1,-2.5,3,true,NULL}')
  expect(readArray('{1,-2.5,NULL}', Number)).toEqual([1, -2.5, null])
})

test('what Drizzle has written already stays as it is', () => {
  expect(writeArray('{"a"}')).toBe('{"a"}')
})

test.for([[[undefined]], [[{}]], [[['nested']]]])('an element that cannot be written is refused: %j', ([array]) => {
  expect(() => writeArray(array)).toThrow(TypeError)
})
