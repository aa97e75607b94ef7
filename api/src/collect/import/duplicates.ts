import { setImmediate as breathe } from 'node:timers/promises'
import { duplicateScore } from '@dj/shared/collect/need/similar.rules.ts'
import { Shelves } from './shelves.ts'
import { Vocabulary } from './vocabulary.ts'

/** A stored need or a row, in the order in which they were said. Only those of one town are compared. */
export interface Utterance {
  town: string
  category: string
  body: string
  /** Whether it is compared with what came before, or only there to be compared with. */
  asks: boolean
}

export interface Duplicate {
  /** Index of the earlier one. */
  of: number
  score: number
}

// A text is looked up by the terms that tell most about it, and compared by all it has.
const TELLING = 16
const BREATH = 50

/** For each utterance that asks, the earlier one of its town it most probably repeats. */
export async function findDuplicates(said: readonly Utterance[], threshold: number): Promise<Map<number, Duplicate>> {
  const vocabulary = new Vocabulary()
  for (const [index, { body }] of said.entries()) {
    vocabulary.read(body)
    if (index % BREATH === 0) await breathe()
  }
  const weights = vocabulary.weights()
  const shelves = new Shelves(said.length)
  const found = new Map<number, Duplicate>()
  for (const [index, one] of said.entries()) {
    const telling = mostTelling(vocabulary.terms(index), weights)
    const candidates = one.asks ? shelves.closest(one.town, telling, weights) : []
    const best = closest(candidates.map((of) => ({ of, score: scoreOf(index, of) })))
    if (best && best.score >= threshold) found.set(index, best)
    shelves.add(one.town, telling, index)
    if (index % BREATH === 0) await breathe()
  }
  return found

  function scoreOf(a: number, b: number): number {
    const voice = (at: number) => ({ terms: vocabulary.words(at), category: said[at]?.category ?? null })
    return duplicateScore(voice(a), voice(b), (term) => weights[vocabulary.numberOf(term)] ?? 0)
  }
}

const mostTelling = (terms: Uint32Array, weights: Float64Array): number[] =>
  Array.from(terms)
    .sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0))
    .slice(0, TELLING)

const closest = (scored: readonly Duplicate[]): Duplicate | undefined =>
  scored.reduce<Duplicate | undefined>((best, each) => (best && best.score >= each.score ? best : each), undefined)
