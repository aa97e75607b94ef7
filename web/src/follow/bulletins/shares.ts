import type { BulletinBody, Figure } from '@dj/shared/follow/bulletin/bulletin.schema.ts'
import { type FigureCode, figureDefinitions, isOverTooFew } from '@dj/shared/follow/bulletin/definitions.ts'

/** One decimal; a share of nothing is none. */
export const percent = (numerator: number, denominator: number): string =>
  denominator === 0 ? '—' : `${((100 * numerator) / denominator).toFixed(1)}%`

export interface Change {
  readonly way: 'up' | 'down' | 'same'
  readonly points: string
}

/** In percentage points, beside the quarter before; undefined where either share does not exist. */
export function changeOf(figure: Figure): Change | undefined {
  const { numerator, denominator, previous } = figure
  if (isOverTooFew(figure) || previous === null || previous.denominator === 0 || denominator === 0) return undefined
  const points = 100 * (numerator / denominator - previous.numerator / previous.denominator)
  const size = Math.abs(points).toFixed(1)
  if (size === '0.0') return { way: 'same', points: size }
  return { way: points > 0 ? 'up' : 'down', points: size }
}

export const figureOf = ({ figures }: BulletinBody, code: FigureCode): Omit<Figure, 'code' | 'previous'> =>
  figures.find((figure) => figure.code === code) ?? { numerator: 0, denominator: 0, low: null, high: null }

/** What a figure is called; one that is no longer defined goes by its code. */
export function figureName(code: string, language: string): string {
  const definition = figureDefinitions.find((each) => each.code === code)
  return definition?.[language === 'en' ? 'en' : 'zh'] ?? code
}
