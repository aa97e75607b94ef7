import { currentSettings } from '@dj/db/queries/county/settings.ts'
import { similarNeeds, similarOrders, type SimilarRow } from '@dj/db/queries/collect/similar.ts'
import { indexTerms } from '@dj/db/search/terms.ts'
import type { SimilarQuery, SimilarView } from '@dj/shared/collect/need/need.schema.ts'
import { duplicateScore, isProbableDuplicate, rarityIn } from '@dj/shared/collect/need/similar.rules.ts'
import type { Actor } from '@dj/shared/policy.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'

const SHOWN = 8

type Found = Sent<typeof SimilarView>['items'][number]

/** Needs and orders that ask for much the same as the words typed so far: seconding one is worth more than filing it again. */
export async function findSimilar(
  deps: Deps,
  { actor, body, townId }: SimilarQuery & { actor: Actor },
): Promise<Sent<typeof SimilarView>> {
  const terms = indexTerms(body)
  const wanted = { countyId: actor.countyId, townId, terms }
  const [needs, orders, { settings }] = await Promise.all([
    similarNeeds(deps.db, wanted),
    similarOrders(deps.db, wanted),
    currentSettings(deps.db, actor.countyId),
  ])
  const scored = scores(terms, [...needs.map(asKind('need')), ...orders.map(asKind('order'))])
  return { items: best(scored, settings.need.duplicateThreshold) }
}

const asKind = (kind: Found['kind']) => (row: SimilarRow) => ({ kind, row, terms: indexTerms(row.words) })

function scores(typed: readonly string[], candidates: readonly ReturnType<ReturnType<typeof asKind>>[]): Found[] {
  const weightOf = rarityIn([typed, ...candidates.map(({ terms }) => terms)])
  return candidates.map(({ kind, row: { id, text, where, seconds }, terms }) => {
    const score = duplicateScore({ terms: typed }, { terms }, weightOf)
    return { kind, id, text, where, seconds, score: Math.round(score * 1000) / 1000 }
  })
}

const best = (found: readonly Found[], threshold: number): Found[] =>
  found
    .filter(({ score }) => isProbableDuplicate(score, threshold))
    .toSorted((a, b) => b.score - a.score || b.seconds - a.seconds)
    .slice(0, SHOWN)
