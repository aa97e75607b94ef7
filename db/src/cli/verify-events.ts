import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { FaultKind } from '@dj/shared/platform/seal/chain.rules.ts'
import { type CountyHead, readHead, readHeads } from '@dj/shared/platform/seal/head-lines.ts'
import { connect } from '../connect.ts'
import { startEmbedded } from '../embedded.ts'
import { sqlStateOf } from '../postgres-error.ts'
import { listCounties } from '../queries/county/counties.ts'
import { type Verified, verifyEvents } from '../verify-events.ts'

const words: Record<FaultKind, string> = {
  missing: 'its event was deleted',
  changed: 'its event was edited, swapped or replaced',
  gap: 'this place was deleted',
  behind: 'an unsealed event was put in before it',
  truncated: 'the chain was cut off here: a printed head lies beyond',
  rewritten: 'the chain was written anew: a printed head differs',
  unsealed: 'events older than ten minutes are not sealed',
}

const { DATABASE_URL, DATA_DIR = '.data' } = process.env
const several = { type: 'string', multiple: true } as const
const { head = [], heads = [] } = parseArgs({ options: { head: several, heads: several } }).values
const printed = [...head.map(headOf), ...(await Promise.all(heads.map(headsIn))).flat()]
const embedded = DATABASE_URL ? undefined : await startEmbedded({ dataDir: DATA_DIR })
try {
  const right = await verifyAll(DATABASE_URL ?? embedded?.url ?? '')
  process.exitCode = right ? 0 : 1
} finally {
  await embedded?.stop()
}

async function verifyAll(url: string): Promise<boolean> {
  const { db, of, end } = connect(url, { max: 1, applicationName: 'dangjian-verify', statementTimeoutMs: 600_000 })
  let right = true
  try {
    const counties = await listCounties(db).catch(noneBeforeTheFirstStart)
    if (counties.length === 0) console.log('No county yet: there is nothing to verify.')
    for (const { countyId } of counties) {
      const heads = printed.filter((head) => head.countyId === countyId)
      const verified = await verifyEvents(of(countyId), countyId, { at: new Date(), heads })
      if (verified.fault || verified.changedBulletins > 0 || verified.unsaid.length > 0) right = false
      console.log(`${countyId}: ${sentence(verified)}`)
    }
  } finally {
    await end()
  }
  return right
}

/** Nothing was ever migrated here. */
function noneBeforeTheFirstStart(error: unknown): [] {
  if (sqlStateOf(error) === '42P01') return []
  throw error
}

function sentence({ head, fault, unsealed, changedBulletins, unsaid }: Verified): string {
  const state = fault ? `WRONG at ${fault.seq}: ${words[fault.kind]}` : 'right'
  const late = unsealed > 0 ? `, ${unsealed} unsealed` : ''
  const bulletins = changedBulletins > 0 ? `, ${changedBulletins} bulletins CHANGED` : ''
  const rows = unsaid.length > 0 ? `, ${unsaid.length} rows are NOT what their events say: ${named(unsaid)}` : ''
  return `${head.seq} events, head ${head.hash}, ${state}${late}${bulletins}${rows}`
}

function named(rows: Verified['unsaid']): string {
  const shown = rows.slice(0, 20).map(({ kind, id }) => `${kind} ${id}`)
  return [...shown, ...(rows.length > shown.length ? ['…'] : [])].join(', ')
}

/** `--head 330382:1234:<hash>`, as printed at the foot of a bulletin. */
function headOf(text: string): CountyHead {
  const head = readHead(text)
  if (!head) throw new Error(`not a head (county:seq:hash): ${text}`)
  return head
}

/** `--heads FILE`: those that the server wrote elsewhere day by day, or that the audit administrator kept. */
async function headsIn(file: string): Promise<CountyHead[]> {
  const { heads, unread } = readHeads(await readFile(file, 'utf8'))
  if (unread.length > 0) throw new Error(`${file}: not a head (county:seq:hash): ${unread[0]}`)
  return heads
}
