import type { Reads } from '@dj/db/connect.ts'
import { needConditions } from '@dj/db/queries/collect/need-filter.ts'
import { listNeeds, type NeedRow } from '@dj/db/queries/collect/need-list.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import type { ExportNeeds, NeedState, NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import type { Deps } from '../../platform/deps.ts'
import { download } from '../../platform/http/download.ts'
import type { Sent } from '../../platform/http/spec.ts'
import type { ExportValue } from '../../platform/table-file/export-cells.ts'
import { writeTable } from '../../platform/table-file/write-table.ts'
import { channelWords, kindWords, urgencyWords } from '../reading/rows/vocabulary.ts'
import { searched } from '../../platform/searched.ts'
import { needReach, ownNeeds } from './need-reach.ts'
import { viewNeeds } from './view-needs.ts'

const AT_ONCE = 500
const AT_MOST = 50_000

/** The needs of one's desk as a table to work on elsewhere: everything but contacts. */
export async function exportNeeds(
  deps: Deps,
  { actor, format, mine, q, ...filter }: ExportNeeds & { actor: Actor },
): Promise<Response> {
  const { countyId } = actor
  const reach = mine ? ownNeeds(actor) : await needReach(deps.db, actor, 'need.export')
  const { settings } = await currentSettings(deps.db, countyId)
  const category = new Map(settings.categories.map(({ code, zh }) => [code, zh]))
  const conditions = needConditions(countyId, reach, { ...filter, terms: searched(q) })
  const toCells = async (needs: readonly NeedRow[]) => {
    const views = await viewNeeds(deps, actor, needs)
    return needs.map((need, nth) =>
      columns.map(({ value }) => value(asSeen(need, must(views[nth], 'its view')), category)),
    )
  }
  const name = `党建需求_${civilDateOf(deps.now())}`
  const job = { format, sheet: '需求', widths: columns.map(({ width }) => width) }
  const bytes = await writeTable(deps.workshop, job, cellPages(inPages(deps.db, actor, conditions), toCells))
  return download(bytes, { name, format })
}

async function* cellPages(
  pages: AsyncIterable<NeedRow[]>,
  toCells: (needs: readonly NeedRow[]) => Promise<ExportValue[][]>,
) {
  yield [columns.map(({ title }) => title)]
  for await (const page of pages) yield toCells(page)
}

/** The page of the need shows this viewer no more. */
function asSeen(
  row: NeedRow,
  { requesterName, organization, body, remark, voices, orders }: Sent<typeof NeedView>,
): NeedRow {
  const shown = row.orders.filter(({ id }) => orders.some((order) => order.id === id))
  const seen = { requester_name: requesterName ?? '', organization_name: organization?.name ?? null, body }
  return { ...row, ...seen, remark, voices, orders: shown }
}

async function* inPages(
  db: Reads,
  { countyId, personId }: Actor,
  conditions: ReturnType<typeof needConditions>,
): AsyncGenerator<NeedRow[]> {
  let after: { key: string; id: string } | null = null
  for (let count = 0; count < AT_MOST; count += AT_ONCE) {
    const rows: NeedRow[] = await listNeeds(db, { countyId, personId }, conditions, { limit: AT_ONCE, after })
    yield rows
    const last = rows.at(-1)
    if (rows.length < AT_ONCE || !last) return
    after = { key: last.received_at, id: last.id }
  }
}

const states: Record<NeedState, string> = {
  received: '待答复',
  linked: '已建单',
  answered: '已答复',
  declined: '不予办理',
}
const day = (instant: string | null) => (instant === null ? null : civilDateOf(new Date(instant)))

interface Column {
  title: string
  width: number
  value(need: NeedRow, category: ReadonlyMap<string, string>): ExportValue
}

const columns: readonly Column[] = [
  { title: '镇街', width: 12, value: (need) => need.town_name },
  { title: '企业（组织）名称', width: 26, value: (need) => need.requester_name },
  { title: '需求主体', width: 10, value: (need) => kindWords[need.requester_kind][0] ?? need.requester_kind },
  { title: '需求类别', width: 12, value: (need, category) => category.get(need.category) ?? need.category },
  { title: '需求内容', width: 60, value: (need) => need.body },
  { title: '紧急程度', width: 10, value: (need) => urgencyWords[need.urgency][0] ?? need.urgency },
  { title: '征集方式', width: 12, value: (need) => channelWords[need.channel][0] ?? need.channel },
  { title: '征集日期', width: 12, value: (need) => need.collected_on },
  { title: '备注', width: 24, value: (need) => need.remark },
  { title: '状态', width: 10, value: (need) => states[need.state] },
  { title: '收到日期', width: 12, value: (need) => day(need.received_at) },
  { title: '首次答复日期', width: 14, value: (need) => day(need.responded_at) },
  {
    title: '答复或不予办理的理由',
    width: 40,
    value: (need) => (need.state === 'declined' ? need.decline_reason : need.state === 'answered' ? need.answer : null),
  },
  { title: '附议人数', width: 10, value: (need) => need.seconds },
  { title: '合并需求数', width: 12, value: (need) => need.voices.length },
  { title: '需求项目编号', width: 18, value: ({ orders }) => orders.flatMap(({ number }) => number ?? []).join('、') },
]
