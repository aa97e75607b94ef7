import type { BulletinBody, Figure } from '../bulletin.schema.ts'
import { type FigureCode, isOverTooFew } from '../definitions.ts'

/** One decimal; a share of nothing is none. */
export const percent = (numerator: number, denominator: number): string =>
  denominator === 0 ? '—' : `${((100 * numerator) / denominator).toFixed(1)}%`

/** In percentage points, beside the quarter before; undefined where either share does not exist. */
export function changeOf(figure: Figure): { way: 'up' | 'down' | 'same'; points: string } | undefined {
  const { numerator, denominator, previous } = figure
  if (isOverTooFew(figure) || previous === null || previous.denominator === 0 || denominator === 0) return undefined
  const points = 100 * (numerator / denominator - previous.numerator / previous.denominator)
  const size = Math.abs(points).toFixed(1)
  if (size === '0.0') return { way: 'same', points: size }
  return { way: points > 0 ? 'up' : 'down', points: size }
}

export const figureOf = ({ figures }: BulletinBody, code: FigureCode): Omit<Figure, 'code' | 'previous'> =>
  figures.find((figure) => figure.code === code) ?? { numerator: 0, denominator: 0, low: null, high: null }
