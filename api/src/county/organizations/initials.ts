import { pinyin } from 'pinyin-pro'

const known = new Map<string, string>()

/** The letters a character's readings begin with: 乐 is l and y, so 乐清 is found by lq and by yq. Other signs stand for themselves. */
function initialsOf(sign: string): string {
  const before = known.get(sign)
  if (before !== undefined) return before
  const readings = pinyin(sign, { multiple: true, pattern: 'first', toneType: 'none', type: 'array' })
  const letters = readings.join('').toLowerCase()
  known.set(sign, letters)
  return letters
}

/** Whether what was typed is a part of the name, or of the initials of its pinyin. */
export function isNamed(name: string, typed: string): boolean {
  const [whole, q] = [name.toLowerCase(), typed.trim().toLowerCase()]
  if (whole.includes(q)) return true
  if (!/^[a-z0-9]+$/.test(q)) return false
  const signs = [...whole]
  return signs.some((_, start) => [...q].every((letter, i) => initialsOf(signs[start + i] ?? ' ').includes(letter)))
}
