import type { Reads } from '@dj/db/connect.ts'
import { lockImports } from '@dj/db/queries/collect/imports.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import { ImportDecisions, type ImportReport } from '@dj/shared/collect/need/import.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { CountySettings } from '@dj/shared/county/settings/settings.schema.ts'
import { civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import { z } from 'zod'
import type { Deps } from '../../platform/deps.ts'
import { parseWith } from '../../platform/http/parse.ts'
import type { Sent } from '../../platform/http/spec.ts'
import type { Upload } from '../../platform/http/upload.ts'
import { readNeedsApart } from '../reading/read-needs-apart.ts'
import { workingTermFrom } from '../../county/calendar/working-term-from.ts'
import { applyImport } from './apply.ts'
import { loadPlaces, type Places } from './places.ts'
import { planImport } from './plan.ts'
import { reportOf } from './report.ts'

interface Input {
  actor: Actor
  upload: Upload
  dryRun: boolean
}

// 50 000 rows take tens of seconds; another import of the county waits for them.
const PATIENCE_MS = 120_000

/**
 * Brings in the needs of a workbook: as a trial that says what every row would become, or for good, in one transaction.
 * Rows with errors are refused, the others applied; rows brought in before are known and change nothing.
 */
export async function importNeeds(deps: Deps, { actor, upload, dryRun }: Input): Promise<Sent<typeof ImportReport>> {
  const { countyId, personId } = actor
  const decisions = decisionsIn(upload)
  const [places, { settings }] = await Promise.all([loadPlaces(deps.db, actor), currentSettings(deps.db, countyId)])
  const { sheets, rows, hash } = await readFile(deps, upload, { places, settings })
  const file = { name: nameOf(upload), hash }
  const plan = (db: Reads) => planImport(db, { countyId, places, settings }, rows)
  if (dryRun) return reportOf({ dryRun, file, sheets, rows: await plan(deps.db) })
  return deps.withTx(
    countyId,
    async (tx, at) => {
      await lockImports(tx, countyId)
      const planned = await plan(tx)
      const term = await workingTermFrom(tx, countyId, at, settings.need.firstResponseWorkingDays)
      await applyImport(tx, { countyId, by: personId, at, term, file, decisions }, planned)
      return reportOf({ dryRun, file, sheets, rows: planned })
    },
    { statementTimeoutMs: PATIENCE_MS },
  )
}

/** Before the transaction: reading a large file takes seconds, and holds nothing meanwhile. */
function readFile(deps: Deps, { file }: Upload, { places, settings }: { places: Places; settings: CountySettings }) {
  const context = {
    reference: civilDateOf(deps.now()),
    knownTowns: places.townNames,
    categories: new Map(settings.categories.map(({ zh, code }) => [zh, code])),
  }
  return readNeedsApart(deps.workshop, { bytes: file.bytes, fileName: file.name, context })
}

const nameOf = ({ file }: Upload) => file.name.normalize('NFC').replaceAll(/\p{C}/gu, '').slice(0, 200)

function decisionsIn({ fields }: Upload): ImportDecisions {
  const words = fields.get('decisions')
  if (words === undefined || words === '') return {}
  const schema = z.strictObject({ decisions: ImportDecisions })
  return schema.parse(parseWith(schema, { decisions: jsonOf(words) })).decisions
}

function jsonOf(words: string): unknown {
  try {
    return JSON.parse(words)
  } catch {
    throw new Refused('request.malformed', 'decisions')
  }
}
