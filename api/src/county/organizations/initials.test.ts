import { expect, test } from 'vitest'
import { isNamed } from './initials.ts'

test('a name is found by a part of it or by the initials of its pinyin, whichever way a character is read', () => {
  expect(['柳市', 'lsz', 'LS', ' sz '].filter((typed) => !isNamed('柳市镇', typed))).toEqual([])
  expect(['yqs', 'lqs', 'yq'].filter((typed) => !isNamed('乐清市', typed))).toEqual([])
  expect(isNamed('A区第1党支部', 'aqd1dzb')).toBe(true)
  expect(['虹桥', 'hq', 'l市', 'lszz', 'lz'].filter((typed) => isNamed('柳市镇', typed))).toEqual([])
})
