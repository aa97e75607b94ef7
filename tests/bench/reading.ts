import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { cookieOf } from '@dj/api/platform/http/guard/session-cookie.ts'
import { startEmbedded } from '@dj/db/embedded.ts'
import { migrate } from '@dj/db/migrate.ts'
import postgres from 'postgres'
import { needHeader, townSheet, workbookOf } from '../support/workbook-of.ts'
import { tokenOf } from './generate/people.ts'
import { COUNTY } from './generate/places.ts'
import { generate } from './generate.ts'
import { residentMiB, startServer } from './processes.ts'
import { SECRET } from './shots.ts'
import { Tally } from './tally.ts'
import { requestOf, Wire } from './wire.ts'

/** How long others wait while files are read: one asks /healthz again and again while another uploads, as a trial. */
const ROWS = 50_000
const BETWEEN_MS = 5

interface Measured {
  name: string
  value: number
  unit: string
}

export async function measureReading(folder: string): Promise<Measured[]> {
  const cluster = await startEmbedded({ dataDir: join(folder, 'pg') })
  try {
    await migrate(cluster.url)
    await generate(cluster.url, { orders: 1_000, crowd: { doers: 40, raters: 30, claimants: 40 } })
    await appointOrganizer(cluster.url)
    const settings = { DATABASE_URL: cluster.url, AUTH_SECRET: SECRET, DEMO: '0', API_ONLY: '1' } as const
    const server = await startServer({ DATA_DIR: join(folder, 'server'), ...settings })
    return await measured(server).finally(server.stop)
  } finally {
    await cluster.stop()
  }
}

async function measured(server: { port: number; pid: number }): Promise<Measured[]> {
  const idle = await watched(server, () => pause(3_000))
  const ordinary = await watched(server, () => upload(server.port, ordinaryFile()))
  const limit = await watched(server, () => upload(server.port, limitFile()))
  return [
    { name: 'healthz.idle', value: idle.p99, unit: 'ms p99' },
    { name: 'healthz.import', value: ordinary.p99, unit: 'ms p99' },
    { name: 'healthz.limit', value: limit.p99, unit: 'ms p99' },
    { name: 'import.rows', value: ROWS / (ordinary.ms / 1000), unit: 'rows/s' },
    { name: 'import.rss', value: ordinary.peakMiB, unit: 'MiB' },
  ]
}

/** The first of the crowd may import for the county. */
async function appointOrganizer(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  await sql`
    insert into role_grant (county_id, id, person_id, role, organization_id, valid_from)
    select ${COUNTY}, gen_random_uuid(), p.id, 'county_organizer', o.id, '2024-06-01' from person p, organization o
    where p.account_id = 'bench-account-0' and o.kind = 'county'`
  await sql.end()
}

async function watched(server: { port: number; pid: number }, work: () => Promise<unknown>) {
  const tally = new Tally()
  const wire = await Wire.open(server.port)
  const begin = performance.now()
  let peakMiB = 0
  const over = new AbortController()
  const working = work().finally(() => over.abort())
  for (let nth = 0; !over.signal.aborted; nth += 1) {
    const asked = performance.now()
    const { status } = await wire.ask(requestOf('GET', '/healthz'))
    tally.count(status, performance.now() - asked)
    if (nth % 20 === 0) peakMiB = Math.max(peakMiB, await residentMiB(server.pid))
    await pause(BETWEEN_MS)
  }
  await working
  wire.close()
  return { p99: tally.within(0.99), ms: performance.now() - begin, peakMiB }
}

async function upload(port: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const body = new FormData()
  body.set('file', new File([bytes], '需求.xlsx'))
  const headers = {
    cookie: cookieOf(tokenOf(0), { secret: SECRET, secure: false }),
    'idempotency-key': `bench-import-${bytes.length}`,
  }
  const url = `http://127.0.0.1:${port}/api/v1/needs/import?dryRun=true`
  const reply = await fetch(url, { method: 'POST', headers, body })
  if (!reply.ok) throw new Error(`the import answered ${reply.status}: ${await reply.text()}`)
  await reply.arrayBuffer()
}

const topics = ['低息贷款', '法律讲座', '夜班公交', '员工体检', '技能培训', '设备共享', '订单对接', '心理咨询']
const places = ['总部', '东厂区', '西厂区', '研发楼', '仓库', '宿舍', '门市', '码头']

/** What a county sends in a good year, and then some. */
function ordinaryFile(): Uint8Array<ArrayBuffer> {
  const rows = Array.from({ length: ROWS }, (_, n) => {
    const [topic, place] = [topics[n % 8] ?? '', places[Math.floor(n / 8) % 8] ?? '']
    const body = `第${n}号${place}的职工反映，${topic}的事情已经拖了${n % 30}天，希望尽快有人上门对接。`
    return [n, `某企业${n % 900}`, '企业', '共融', body, 46304 + (n % 60), '陈厂长', 13800000000 + n, '']
  })
  return new Uint8Array(workbookOf([townSheet('柳市镇', rows)]))
}

/** One need among as many blank cells as the guard lets through. */
function limitFile(): Uint8Array<ArrayBuffer> {
  const said = (text: string | number) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const row = [1, '某企业', '企业', '共融', '想贷款', '2026-10-09', '陈厂长', '13800000101', '']
  const lines = [needHeader, row].map((cells) => `<row>${cells.map(said).join('')}</row>`)
  const blank = `<row>${'<c s="1"/>'.repeat(64)}</row>`
  const xml = `<worksheet><sheetData>${lines.join('')}${blank.repeat(78_000)}</sheetData></worksheet>`
  return new Uint8Array(workbookOf([{ name: '柳市镇', rows: [], xml }]))
}

if (import.meta.main) {
  const folder = await mkdtemp(join(tmpdir(), 'dj-bench-reading-'))
  try {
    console.table(await measureReading(folder))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
