import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { must } from '@dj/shared/platform/assert.ts'
import { expect, test } from 'vitest'

const tokens = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
const colour = (name: string) => must(new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(tokens)?.[1], `a colour --${name}`)

test.each([
  ['ink', 'fill'],
  ['ink-2', 'fill'],
  ['ink-3', 'fill'],
  ['link', 'ground'],
  ['ok', 'ground'],
  ['warn', 'ground'],
  ['danger', 'ground'],
  ['brand', 'surface'],
])('%s on %s can be read', (text, background) => {
  expect(contrast(colour(text), colour(background))).toBeGreaterThanOrEqual(4.5)
})

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
