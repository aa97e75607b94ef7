import { setImmediate as breathe } from 'node:timers/promises'
import type { Reads } from '@dj/db/connect.ts'
import { knownFingerprints, unsettledNeeds } from '@dj/db/queries/collect/imports.ts'
import type { NeedId } from '@dj/shared/platform/ids.ts'
import type { CountySettings } from '@dj/shared/county/settings/settings.schema.ts'
import { newId } from '../../platform/deps.ts'
import { fingerprintOf, isReachable, nthVoice } from '../reading/fingerprint.ts'
import { issue } from '../reading/rows/issue.ts'
import type { InterpretedRow } from '../reading/rows/proposed-need.ts'
import { findDuplicates } from './duplicates.ts'
import type { Places } from './places.ts'
import { isCreated, type PlannedRow } from './planned-row.ts'
import { markTwins } from './twins.ts'

// Beyond these the oldest stored needs are not compared with: they would cost more memory than they find.
const COMPARED = 20_000
const ASKED_AT_ONCE = 1_000
// Others are served between two slices of a large file.
const PLACED_AT_ONCE = 500

interface Context {
  countyId: string
  places: Places
  settings: CountySettings
}

/** What each row becomes, seen from what is stored now. */
export async function planImport(
  db: Reads,
  { countyId, places, settings }: Context,
  rows: readonly InterpretedRow[],
): Promise<PlannedRow[]> {
  const placed = toldApart(await placedRows(rows, places))
  const known = await storedRows(db, countyId, placed)
  const first = new Map<string, string>()
  for (const row of placed) {
    if (row.outcome === 'refused') continue
    const voice = wherever(row)
    const [needId, repeats] = [known.get(row.print), first.get(voice)]
    if (needId !== undefined) Object.assign(row, { outcome: 'known', needId })
    else if (repeats !== undefined) Object.assign(row, { outcome: 'repeated', repeats })
    else row.needId = newId<NeedId>()
    if (repeats === undefined) first.set(voice, row.key)
  }
  await markTwins(db, countyId, places, placed)
  await markDuplicates(db, countyId, placed, settings.need.duplicateThreshold)
  return placed
}

/** Whom one can call said it once, however many towns list it; without a contact each town's is a voice. */
const wherever = ({ need, print }: PlannedRow) => (isReachable(need) ? fingerprintOf({ ...need, town: null }) : print)

/** Rows of the same words without a contact may be one person or two: each is a voice, so that none is lost. */
function toldApart(rows: PlannedRow[]): PlannedRow[] {
  const said = new Map<string, number>()
  for (const row of rows) {
    if (row.outcome === 'refused' || isReachable(row.need)) continue
    const nth = said.get(row.print) ?? 0
    said.set(row.print, nth + 1)
    row.print = nthVoice(row.print, nth)
  }
  return rows
}

/** One handle a row, for decisions; a CSV file's only table is called like the file, however long that is. */
const keyOf = ({ sheet, row }: { sheet: string; row: number }) => `${sheet.slice(0, 100)}!${row}`

async function placedRows(rows: readonly InterpretedRow[], places: Places): Promise<PlannedRow[]> {
  const placed: PlannedRow[] = []
  for (const row of rows) {
    if (placed.push(place(row, places)) % PLACED_AT_ONCE === 0) await breathe()
  }
  return placed
}

function place({ outcome, need, issues }: InterpretedRow, places: Places): PlannedRow {
  const town = places.townOf(need.town)
  const placed = {
    key: keyOf(need),
    need,
    issues,
    print: need.fingerprint,
    needId: null,
    repeats: null,
    duplicateOf: null,
    townId: town.id,
    organizationId: places.organizationOf(town.id, need.requesterName),
  }
  if (outcome === 'refused') return { ...placed, outcome: 'refused' }
  if (town.mine) return { ...placed, outcome: 'create' }
  return { ...placed, outcome: 'refused', issues: [...issues, issue('import.town_not_yours', null, need.town)] }
}

async function storedRows(db: Reads, countyId: string, rows: readonly PlannedRow[]): Promise<Map<string, NeedId>> {
  const prints = rows.flatMap(({ outcome, print }) => (outcome === 'refused' ? [] : [print]))
  const known = new Map<string, NeedId>()
  for (let from = 0; from < prints.length; from += ASKED_AT_ONCE) {
    const found = await knownFingerprints(db, countyId, prints.slice(from, from + ASKED_AT_ONCE))
    for (const [print, id] of found) known.set(print, id)
  }
  return known
}

async function markDuplicates(
  db: Reads,
  countyId: string,
  rows: readonly PlannedRow[],
  threshold: number,
): Promise<void> {
  const created = rows.filter(isCreated)
  const towns = [...new Set(created.map(({ townId }) => townId))]
  const stored = towns.length === 0 ? [] : await unsettledNeeds(db, countyId, towns, COMPARED)
  const before = stored.toReversed()
  const said = [
    ...before.map(({ townId, category, body }) => ({ town: townId ?? '', category, body, asks: false })),
    ...created.map(({ townId, need: { category, body } }) => ({ town: townId ?? '', category, body, asks: true })),
  ]
  const found = await findDuplicates(said, threshold)
  for (const [index, { of, score }] of found) {
    const row = created[index - before.length]
    const earlier = created[of - before.length]
    const { id: needId, body } = before[of] ?? { id: earlier?.needId, body: earlier?.need.body ?? '' }
    if (!row || needId === undefined || row.duplicateOf !== null) continue
    row.duplicateOf = { key: earlier?.key ?? null, needId, body, score: Math.round(score * 1000) / 1000 }
  }
}
