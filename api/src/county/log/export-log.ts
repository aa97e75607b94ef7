import { countLog, listSealedLog, type SealedLogRow } from '@dj/db/queries/county/log.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import { digest } from '@dj/db/digest.ts'
import type { LogExport } from '@dj/shared/county/people/people.schema.ts'
import type { CountySettings } from '@dj/shared/county/settings/settings.schema.ts'
import { eventWords } from '@dj/shared/platform/event/event-words.ts'
import { eventLine, genesisOf, type Head } from '@dj/shared/platform/seal/chain.rules.ts'
import { headLine } from '@dj/shared/platform/seal/head-lines.ts'
import { civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import type { Actor } from '@dj/shared/policy.ts'
import type { Deps } from '../../platform/deps.ts'
import { download } from '../../platform/http/download.ts'
import { sealEvents } from '../../platform/seal/seal-events.ts'
import type { ExportValue } from '../../platform/table-file/export-cells.ts'
import { writeTable } from '../../platform/table-file/write-table.ts'
import { toFilter } from './list-log.ts'
import { subjectOf } from './subject.ts'

const AT_ONCE = 500
const AT_MOST = 50_000

/**
 * What was asked for as a workbook that proves itself: each sealed row carries the text that was hashed and the hash before and after
 * it, and a second sheet the head of the chain at that moment.
 */
export async function exportLog(deps: Deps, { actor, ...asked }: LogExport & { actor: Actor }): Promise<Response> {
  const { countyId } = actor
  const head = await sealEvents(deps, countyId)
  const at = deps.now()
  const { settings } = await currentSettings(deps.db, countyId)
  const total = await countLog(deps.db, countyId, { ...toFilter(asked), before: null, limit: AT_MOST + 1 })
  const genesis = genesisOf(countyId, digest)
  const toCells = (row: SealedLogRow) => columns.map(({ value }) => value(row, { settings, genesis }))
  const job = {
    format: 'xlsx' as const,
    sheet: '操作日志',
    widths: columns.map(({ width }) => width),
    about: { sheet: '链首', rows: aboutIt({ countyId, ...head }, { asked, at, total }) },
  }
  const bytes = await writeTable(deps.workshop, job, cellPages(deps, countyId, asked, toCells))
  return download(bytes, { name: `操作日志_${civilDateOf(at)}`, format: 'xlsx' })
}

async function* cellPages(
  deps: Deps,
  countyId: string,
  asked: LogExport,
  toCells: (row: SealedLogRow) => ExportValue[],
): AsyncGenerator<ExportValue[][]> {
  yield [columns.map(({ title }) => title)]
  let before: string | null = null
  for (let count = 0; count < AT_MOST; count += AT_ONCE) {
    const page: SealedLogRow[] = await listSealedLog(deps.db, countyId, { ...toFilter(asked), before, limit: AT_ONCE })
    yield page.map(toCells)
    const last = page.at(-1)
    if (page.length < AT_ONCE || !last) return
    before = last.id
  }
}

interface Column {
  title: string
  width: number
  value(row: SealedLogRow, of: { settings: CountySettings; genesis: Head }): ExportValue
}

const columns: readonly Column[] = [
  { title: '链上序号', width: 10, value: ({ seq }) => seq },
  { title: '时间（北京时间）', width: 20, value: ({ ms }) => beijing(new Date(ms)) },
  { title: '事项', width: 22, value: ({ kind }) => (kind in eventWords ? eventWords[kind] : kind) },
  { title: '操作人', width: 16, value: ({ by, byAlias }) => byAlias ?? by ?? '系统或未登录' },
  { title: '对象', width: 30, value: (row, { settings }) => nameOf(subjectOf(row, settings.categories)) },
  { title: '内容', width: 60, value: ({ data }) => JSON.stringify(data) },
  {
    title: '上一条的哈希',
    width: 20,
    value: ({ seq, previous }, { genesis }) => (seq === 1 ? genesis.hash : previous),
  },
  { title: '本条的哈希', width: 20, value: ({ hash }) => hash ?? '尚未入链' },
  { title: '入链的原文', width: 60, value: ({ sealed }) => eventLine(sealed) },
]

const nameOf = (subject: ReturnType<typeof subjectOf>) => subject && (subject.name ?? subject.id)

const beijing = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

/** How many rows it has, and that it is not all where it is not. */
export const countLine = (total: number): string =>
  total > AT_MOST ? `最新的 ${AT_MOST} 条，更早的没有导出，请按日期分次导出` : `${total} 条，符合条件的全部导出`

interface About {
  asked: LogExport
  at: Date
  total: number
}

const aboutIt = (head: Head & { countyId: string }, { asked, at, total }: About): ExportValue[][] => [
  ['链首序号', head.seq],
  ['链首哈希', head.hash],
  ['链首（供核对）', headLine(head, civilDateOf(at))],
  ['导出时间', beijing(at)],
  ['筛选条件', JSON.stringify(asked)],
  ['条数', countLine(total)],
  [
    '怎样核对',
    '本条的哈希 = SHA-256（上一条的哈希 + 换行 + 入链的原文），小写十六进制。链首与会签留存的链首、pnpm verify-events --heads 核对。',
  ],
]
