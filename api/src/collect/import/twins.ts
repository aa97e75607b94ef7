import type { Reads } from '@dj/db/connect.ts'
import { sayingTheSame } from '@dj/db/queries/collect/imports.ts'
import { NeedId } from '@dj/shared/platform/ids.ts'
import { fingerprintOf } from '../reading/fingerprint.ts'
import { unnamed } from '../reading/rows/interpret-row.ts'
import { issue } from '../reading/rows/issue.ts'
import type { Places } from './places.ts'
import { isCreated, type PlannedRow } from './planned-row.ts'

const ASKED_AT_ONCE = 5_000

interface Twin {
  key: string | null
  needId: NeedId
  body: string
  town: string | null
  /** What a stored one is known by. */
  print: string | null
  open: boolean
}

/**
 * The same words of the same requester under another town, in this file or in the library. Contact and day alike, it is
 * that very need; otherwise a person decides. What is another desk's is named by its town and nothing more.
 */
export async function markTwins(db: Reads, countyId: string, places: Places, rows: readonly PlannedRow[]) {
  const twins = await storedTwins(db, countyId, rows.filter(isCreated))
  for (const row of rows) {
    if (row.outcome === 'refused' || row.need.requesterName === unnamed) continue
    const voice = voiceOf(row.need.requesterName, row.need.body)
    const elsewhere = (twins.get(voice) ?? []).filter(({ town }) => town !== row.need.town)
    if (isCreated(row)) mark(row, elsewhere, places)
    if (!isCreated(row)) continue
    const { key, needId, need } = row
    const own: Twin = { key, needId, body: need.body, town: need.town, print: null, open: true }
    twins.set(voice, [...(twins.get(voice) ?? []), own])
  }
}

const voiceOf = (requester: string, body: string) => JSON.stringify([requester, body])

async function storedTwins(db: Reads, countyId: string, rows: readonly PlannedRow[]): Promise<Map<string, Twin[]>> {
  const bodies = [...new Set(rows.map(({ need }) => need.body))]
  const found = new Map<string, Twin[]>()
  for (let from = 0; from < bodies.length; from += ASKED_AT_ONCE) {
    for (const each of await sayingTheSame(db, countyId, bodies.slice(from, from + ASKED_AT_ONCE))) {
      const voice = voiceOf(each.requester, each.body)
      const { body, town, print, open } = each
      found.set(voice, [
        ...(found.get(voice) ?? []),
        { key: null, needId: NeedId.parse(each.id), body, town, print, open },
      ])
    }
  }
  return found
}

function mark(row: PlannedRow, elsewhere: readonly Twin[], places: Places): void {
  const isMine = ({ town }: Twin) => places.townOf(town).mine
  const same = elsewhere.find(({ print, town }) => print !== null && print === printIn(row, town))
  if (same) {
    Object.assign(row, { outcome: 'known', needId: isMine(same) ? same.needId : null })
    return
  }
  const [twin] = elsewhere
  if (!twin) return
  row.issues = [...row.issues, issue('import.same_elsewhere', null, twin.town)]
  const joinable = elsewhere.find((each) => each.open && isMine(each))
  if (joinable) row.duplicateOf = { key: joinable.key, needId: joinable.needId, body: joinable.body, score: 1 }
}

/** What the row would be known by in that town; none where it is a further voice of its file. */
const printIn = ({ need, print }: PlannedRow, town: string | null) =>
  print === need.fingerprint ? fingerprintOf({ ...need, town }) : undefined
