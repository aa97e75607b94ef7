import { placesOf } from '@dj/db/queries/collect/imports.ts'
import type { Reads } from '@dj/db/connect.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { foldedOf } from '../reading/rows/cell-text.ts'

/** Where the rows of a file can belong, and which of it is the importer's. */
export interface Places {
  townNames: readonly string[]
  /** The town of that name; null: the row names none, and belongs to the importer's own town or to the county. */
  townOf(name: string | null): Town
  /** The one organization of that name in the town. */
  organizationOf(townId: string | null, name: string): string | null
}

export interface Town {
  id: string | null
  /** Whether the importer may bring in needs there. */
  mine: boolean
}

export async function loadPlaces(db: Reads, actor: Actor): Promise<Places> {
  const all = await placesOf(db, actor.countyId)
  const towns = all.filter(({ kind }) => kind === 'town')
  const rootPath = all.find(({ kind }) => kind === 'county')?.path ?? []
  const isMine = (path: readonly string[]) => may('need.import', actor, { path })
  const byName = new Map(towns.map(({ id, name, path }) => [name, { id, mine: isMine(path) }]))
  const own = towns.filter(({ path }) => isMine(path))
  const [only] = own.length === 1 ? own : []
  const unnamed: Town = isMine(rootPath) ? { id: null, mine: true } : { id: only?.id ?? null, mine: only !== undefined }
  const organizations = uniqueByName(all)
  return {
    townNames: [...byName.keys()],
    townOf: (name) => (name === null ? unnamed : (byName.get(name) ?? { id: null, mine: false })),
    organizationOf: (townId, name) => organizations.get(keyOf(townId, name)) ?? null,
  }
}

const keyOf = (townId: string | null, name: string) => `${townId ?? ''}|${foldedOf(name)}`

/** Two organizations of one name in a town are told apart by a person, not by guessing. */
function uniqueByName(all: Awaited<ReturnType<typeof placesOf>>): Map<string, string | null> {
  const found = new Map<string, string | null>()
  for (const { id, kind, name, townId } of all) {
    if (kind === 'county') continue
    const key = keyOf(townId, name)
    found.set(key, found.has(key) ? null : id)
  }
  return found
}
