import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Light } from './Light.tsx'

test.each([
  ['green', '正常'],
  ['yellow', '临期'],
  ['red', '超期'],
] as const)('a %s light has its own shape and its word', (colour, word) => {
  const { container } = render(<Light colour={colour} />)
  expect(screen.getByText(word)).toBeDefined()
  expect(container.querySelector('[data-shape]')?.getAttribute('data-shape')).toBe(colour)
})

test('the three shapes differ', () => {
  const drawn = (['green', 'yellow', 'red'] as const).map((colour) => {
    const { container } = render(<Light colour={colour} />)
    return container.querySelector('svg')?.firstElementChild?.tagName
  })
  expect(new Set(drawn).size).toBe(3)
})
