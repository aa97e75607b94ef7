import { parseArgs } from 'node:util'
import type { FaultKind, Head } from '@dj/shared/platform/seal/chain.rules.ts'
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
const { values } = parseArgs({ options: { head: { type: 'string', multiple: true, default: [] } } })
const printed = values.head.map(readHead)
const embedded = DATABASE_URL ? undefined : await startEmbedded({ dataDir: DATA_DIR })
try {
  const right = await verifyAll(DATABASE_URL ?? embedded?.url ?? '')
  process.exitCode = right ? 0 : 1
} finally {
  await embedded?.stop()
}

async function verifyAll(url: string): Promise<boolean> {
  const { db, end } = connect(url, { max: 1, applicationName: 'dangjian-verify', statementTimeoutMs: 600_000 })
  let right = true
  try {
    const counties = await listCounties(db).catch(noneBeforeTheFirstStart)
    if (counties.length === 0) console.log('No county yet: there is nothing to verify.')
    for (const { countyId } of counties) {
      const heads = printed.filter((head) => head.countyId === countyId)
      const verified = await verifyEvents(db, countyId, { at: new Date(), heads })
      if (verified.fault || verified.changedBulletins > 0) right = false
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

function sentence({ head, fault, unsealed, changedBulletins }: Verified): string {
  const state = fault ? `WRONG at ${fault.seq}: ${words[fault.kind]}` : 'right'
  const late = unsealed > 0 ? `, ${unsealed} unsealed` : ''
  const bulletins = changedBulletins > 0 ? `, ${changedBulletins} bulletins CHANGED` : ''
  return `${head.seq} events, head ${head.hash}, ${state}${late}${bulletins}`
}

/** `--head 330382:1234:<hash>`, as printed at the foot of a bulletin. */
function readHead(text: string): Head & { countyId: string } {
  const match = /^(\d{6}):(\d+):([0-9a-f]{64})$/.exec(text)
  if (!match) throw new Error(`not a head (county:seq:hash): ${text}`)
  const [, countyId = '', seq = '', hash = ''] = match
  return { countyId, seq: Number(seq), hash }
}
