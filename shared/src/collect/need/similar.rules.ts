import { duplicateThreshold } from '../../county/settings/duplicate-threshold.ts'

/** How much a shared term tells; must be positive. */
export type TermWeight = (term: string) => number

/** A need or order as far as telling duplicates goes: its search terms, and its category where it is known. */
export type Voice = { terms: readonly string[]; category?: string | null }

// One or two shared pairs of characters (希望, 党员) happen by chance; texts too short to hold three must share all they have.
const leastShared = 3

// The same wish is rarely filed under two categories, but it happens: evidence against, not a refusal.
const otherCategory = 0.6

const alike: TermWeight = () => 1

/** Dice's coefficient of two sets of terms, 0..1: twice what they share over what they hold. Symmetric, 1 for equal sets. */
export function similarity(a: readonly string[], b: readonly string[], weightOf: TermWeight = alike): number {
  const left = new Set(a)
  const right = new Set(b)
  if (left.size === 0 && right.size === 0) return 1
  const shared = weigh(left.intersection(right), weightOf)
  return Math.min(1, (2 * shared) / (weigh(left, weightOf) + weigh(right, weightOf)))
}

const weigh = (terms: ReadonlySet<string>, weightOf: TermWeight): number =>
  terms.values().reduce((sum, term) => sum + weightOf(term), 0)

/** What a term tells that `texts` of `total` texts hold: one of a single text tells most, one of all tells least. */
export const rarity = (texts: number, total: number): number => Math.log(1 + total / texts)

/** Terms of many texts (希望组织一次…) tell little, terms of one text tell most. Count within what is being compared. */
export function rarityIn(corpus: readonly (readonly string[])[]): TermWeight {
  const texts = new Map<string, number>()
  for (const term of corpus.flatMap((terms) => [...new Set(terms)])) texts.set(term, (texts.get(term) ?? 0) + 1)
  return (term) => rarity(texts.get(term) ?? 1, corpus.length)
}

/**
 * How likely two voices of the same town ask for the same, 0..1. The requester's name is not evidence: one enterprise files
 * many different needs, and the same need comes from different ones.
 */
export function duplicateScore(a: Voice, b: Voice, weightOf: TermWeight = alike): number {
  const left = new Set(a.terms)
  const right = new Set(b.terms)
  const shared = left.intersection(right).size
  if (shared === 0 || shared < Math.min(leastShared, left.size, right.size)) return 0
  const contradicted = a.category && b.category && a.category !== b.category
  return similarity(a.terms, b.terms, weightOf) * (contradicted ? otherCategory : 1)
}

export function isProbableDuplicate(score: number, threshold: number = duplicateThreshold): boolean {
  return score >= threshold
}
