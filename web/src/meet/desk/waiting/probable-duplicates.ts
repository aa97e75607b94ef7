import type { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { duplicateScore, isProbableDuplicate, rarityIn } from '@dj/shared/collect/need/similar.rules.ts'

// A hint among what is on screen; the api looks through the whole county and folds 简/繁, too.
function pairsOfCharacters(text: string): readonly string[] {
  const letters = Array.from(text.replaceAll(/[^\p{Script=Han}\p{L}\p{N}]+/gu, ''))
  return [...new Set(letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`))]
}

/** For each waiting need, the others of its town that probably ask for the same. */
export function probableDuplicates(needs: readonly NeedView[]): ReadonlyMap<string, readonly NeedView[]> {
  const voices = needs.map((need) => ({ need, terms: pairsOfCharacters(need.body), category: need.category }))
  const weigh = rarityIn(voices.map(({ terms }) => terms))
  const found = new Map<string, NeedView[]>()
  const note = (of: NeedView, other: NeedView) => found.set(of.id, [...(found.get(of.id) ?? []), other])
  for (const [at, one] of voices.entries()) {
    for (const other of voices.slice(at + 1)) {
      if (one.need.town?.id !== other.need.town?.id || !isProbableDuplicate(duplicateScore(one, other, weigh))) continue
      note(one.need, other.need)
      note(other.need, one.need)
    }
  }
  return found
}
