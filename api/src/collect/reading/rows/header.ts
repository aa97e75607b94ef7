import { simplifiedOf } from '@dj/db/search/terms.ts'
import type { ImportColumn } from '@dj/shared/collect/need/import.schema.ts'
import { foldedOf, textOf } from './cell-text.ts'
import type { TableRow } from '../table.ts'

/** The columns a needs table can have, and every name counties give them (folded, without brackets). */
const names = {
  number: ['序号', '编号', '序', '号', 'no', 'no.', 'id'],
  town: [
    '镇街',
    '镇',
    '乡镇',
    '街道',
    '乡镇街道',
    '镇街名称',
    '所属镇街',
    '所属乡镇',
    '所在镇街',
    '所属街道',
    '属地',
    '镇/街道',
  ],
  requesterName: [
    '企业名称',
    '组织名称',
    '企业或组织名称',
    '企业/组织名称',
    '企业组织名称',
    '单位名称',
    '单位',
    '名称',
    '需求单位',
    '提出单位',
    '需求方',
    '党组织名称',
    '企业',
    '企业/党组织名称',
  ],
  requesterKind: [
    '需求主体',
    '主体',
    '主体类别',
    '主体类型',
    '需求主体类别',
    '需求主体类型',
    '提出主体',
    '需求对象',
    '对象类别',
    '身份',
  ],
  category: ['需求类别', '类别', '需求类型', '需求分类', '分类', '类型'],
  body: [
    '需求内容',
    '内容',
    '具体需求',
    '需求',
    '需求描述',
    '诉求内容',
    '诉求',
    '需求详情',
    '主要需求',
    '需求事项',
    '具体内容',
    '需求具体内容',
  ],
  urgency: ['紧急程度', '紧急度', '轻重缓急', '缓急程度', '缓急', '紧急'],
  channel: ['征集方式', '征集渠道', '来源', '渠道', '方式', '需求来源', '收集方式', '征集来源'],
  collectedOn: ['征集日期', '征集时间', '日期', '时间', '收集日期', '收集时间', '提出日期', '提出时间'],
  contactName: ['联系人', '联系人姓名', '姓名', '反映人', '联络人'],
  contactPhone: ['联系电话', '电话', '手机', '手机号', '手机号码', '联系方式', '电话号码', '联系人电话', '联系号码'],
  remark: ['备注', '备注说明', '说明', '其他说明'],
} as const satisfies Record<ImportColumn, readonly string[]>

export type Column = ImportColumn

export interface HeaderColumn {
  readonly index: number
  /** Letter and words as in the file: `H 征集日期`. */
  readonly at: string
}

export interface Header {
  readonly row: number
  /** Up to the last cell with a name, known or not. */
  readonly width: number
  readonly columns: Readonly<Partial<Record<Column, HeaderColumn>>>
  /** Columns with a name that means nothing here, `K 分管领导`; their cells are left out. */
  readonly unknown: readonly HeaderColumn[]
  /** Columns named like one before them; only the first is read. */
  readonly repeated: readonly HeaderColumn[]
}

const meaning = new Map<string, Column>(
  Object.entries(names).flatMap(([column, words]) => words.map((word) => [word, column as Column] as const)),
)

const columnNamed = (label: string): Column | undefined =>
  meaning.get(simplifiedOf(foldedOf(label)).replace(/[(（【[][^)）】\]]*[)）】\]]|[*:：]/g, ''))

/** The row that names the columns: the one with the most known names, the need's words and two more among them. */
export function findHeader(rows: readonly TableRow[]): Header | undefined {
  const readings = rows.map(headerIn).filter((header) => header.columns.body && Object.keys(header.columns).length >= 3)
  return readings.reduce<Header | undefined>((best, each) => {
    return best === undefined || size(each) > size(best) ? each : best
  }, undefined)
}

/** The same names again, as on the second printed page. */
export function isHeaderAgain(row: TableRow, header: Header): boolean {
  const body = textOf(row.cells[header.columns.body?.index ?? -1])
  if (body.length > 20 || columnNamed(body) !== 'body') return false
  return size(headerIn(row)) >= Math.min(3, size(header))
}

/** Another table below, on the same sheet: its own header, whatever the order of its columns. */
export function headerOfNext(row: TableRow, header: Header): Header | undefined {
  const next = headerIn(row)
  if (next.columns.body === undefined || size(next) < Math.min(4, size(header))) return undefined
  return size(next) > next.unknown.length + next.repeated.length ? next : undefined
}

const size = (header: Header) => Object.keys(header.columns).length

function headerIn(row: TableRow): Header {
  const columns: Partial<Record<Column, HeaderColumn>> = {}
  const unknown: HeaderColumn[] = []
  const repeated: HeaderColumn[] = []
  for (const [index, cell] of row.cells.entries()) {
    const label = textOf(cell).replace(/\s+/g, '')
    if (label === '' || label.length > 40) continue
    const column = columnNamed(label)
    const place = { index, at: `${letterOf(index)} ${label}` }
    if (column === undefined) unknown.push(place)
    else if (columns[column] === undefined) columns[column] = place
    else repeated.push(place)
  }
  const width = row.cells.findLastIndex((cell) => textOf(cell) !== '') + 1
  return { row: row.number, width, columns, unknown, repeated }
}

/** As the spreadsheet program names the column. */
export const letterOf = (index: number): string =>
  (index < 26 ? '' : String.fromCharCode(64 + Math.floor(index / 26))) + String.fromCharCode(65 + (index % 26))
