import { contactNames } from '@dj/db/queries/collect/needs.ts'
import { type SimilarNeed, similarNeeds, type SimilarOrder, similarOrders } from '@dj/db/queries/collect/similar.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import { indexTerms } from '@dj/db/search/terms.ts'
import type { SimilarQuery, SimilarView } from '@dj/shared/collect/need/need.schema.ts'
import { wordsForDoer } from '@dj/shared/collect/need/released-words.ts'
import { duplicateScore, isProbableDuplicate, rarityIn } from '@dj/shared/collect/need/similar.rules.ts'
import type { Actor } from '@dj/shared/policy.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'

const SHOWN = 8

/**
 * Needs and orders that ask for much the same as the words typed so far: seconding one is worth more than filing it again.
 * A need is shown as those read it who take the work on: without personal data.
 */
export async function findSimilar(
  deps: Deps,
  { actor, body, townId }: SimilarQuery & { actor: Actor },
): Promise<Sent<typeof SimilarView>> {
  const { countyId } = actor
  const terms = indexTerms(body)
  const wanted = { countyId, townId, terms }
  const [needs, orders, { settings }] = await Promise.all([
    similarNeeds(deps.db, wanted),
    similarOrders(deps.db, wanted),
    currentSettings(deps.db, countyId),
  ])
  const best = bestOf(scores(terms, [...needs, ...orders]), settings.need.duplicateThreshold)
  const names = await namesIn(deps, countyId, best)
  return {
    items: best.map(({ row, score }) => {
      const { id, where, seconds } = row
      const shown = { id, where, seconds, score: Math.round(score * 1000) / 1000 }
      return 'title' in row
        ? { kind: 'order', text: row.title, ...shown }
        : { kind: 'need', text: wordsOf(row, names.get(id) ?? null), ...shown }
    }),
  }
}

type Row = SimilarNeed | SimilarOrder
interface Scored {
  row: Row
  score: number
}

function scores(typed: readonly string[], rows: readonly Row[]): Scored[] {
  const candidates = rows.map((row) => ({ row, terms: indexTerms(row.words) }))
  const weightOf = rarityIn([typed, ...candidates.map(({ terms }) => terms)])
  return candidates.map(({ row, terms }) => ({ row, score: duplicateScore({ terms: typed }, { terms }, weightOf) }))
}

const bestOf = (found: readonly Scored[], threshold: number): Scored[] =>
  found
    .filter(({ score }) => isProbableDuplicate(score, threshold))
    .toSorted((a, b) => b.score - a.score || b.row.seconds - a.row.seconds)
    .slice(0, SHOWN)

async function namesIn({ withTx }: Deps, countyId: string, found: readonly Scored[]) {
  const ids = found.filter(({ row }) => !('title' in row)).map(({ row }) => row.id)
  return ids.length === 0 ? new Map<string, null>() : withTx(countyId, (tx) => contactNames(tx, countyId, ids))
}

const wordsOf = (
  { words: body, released: releasedWords, kind: requesterKind, requester }: SimilarNeed,
  contact: string | null,
) => wordsForDoer({ body, releasedWords, requesterKind, names: [contact, requester] })
