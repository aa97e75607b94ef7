import { type Part, zipOf } from './package-of.ts'

export type SampleCell = string | number | null

export interface SampleSheet {
  readonly name: string
  readonly hidden?: boolean
  readonly rows: readonly (readonly SampleCell[])[]
  /** Ranges such as `B4:B6`. */
  readonly merges?: readonly string[]
  /** Instead of `rows`: the sheet's XML as it is. */
  readonly xml?: string
}

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

export const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\r', '&#13;')

const columnName = (index: number): string =>
  (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

function cellXml(cell: SampleCell, reference: string): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`
}

function sheetXml(sheet: SampleSheet): string {
  if (sheet.xml !== undefined) return sheet.xml
  const rows = sheet.rows.map((row, index) => {
    const cells = row.map((cell, column) => cellXml(cell, `${columnName(column)}${index + 1}`)).join('')
    return `<row r="${index + 1}">${cells}</row>`
  })
  const merges = (sheet.merges ?? []).map((range) => `<mergeCell ref="${range}"/>`).join('')
  return `<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`
}

/** The parts of a workbook, for tests that want to spoil one of them. */
export function partsOf(sheets: readonly SampleSheet[], options: { date1904?: boolean; styles?: string } = {}): Part[] {
  const entries = sheets.map((sheet, index) => {
    const state = sheet.hidden === true ? ' state="hidden"' : ''
    return `<sheet name="${escapeXml(sheet.name)}" sheetId="${index + 1}"${state} r:id="s${index + 1}"/>`
  })
  const links = sheets.map((_, index) => {
    return `<Relationship Id="s${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`
  })
  const styles = options.styles === undefined ? [] : [{ name: 'xl/styles.xml', content: options.styles }]
  if (styles.length > 0) links.push(`<Relationship Id="st" Type="${relations}/styles" Target="/xl/styles.xml"/>`)
  const epoch = options.date1904 === true ? '<workbookPr date1904="1"/>' : ''
  const book = `<workbook xmlns="${main}" xmlns:r="${relations}">${epoch}<sheets>${entries.join('')}</sheets></workbook>`
  const root = `<Relationships><Relationship Id="r" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
  return [
    { name: '_rels/.rels', content: root },
    { name: 'xl/workbook.xml', content: book },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${links.join('')}</Relationships>` },
    ...styles,
    ...sheets.map((sheet, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, content: sheetXml(sheet) })),
  ]
}

/** A small .xlsx file. */
export const workbookOf = (sheets: readonly SampleSheet[], options: { date1904?: boolean; styles?: string } = {}) =>
  zipOf(partsOf(sheets, options))

export const needHeader = [
  '序号',
  '企业名称',
  '需求主体',
  '需求类别',
  '需求内容',
  '征集日期',
  '联系人',
  '联系电话',
  '备注',
] as const

/** A sheet with title, sub-title and header, as a town sends it. */
export const townSheet = (name: string, rows: readonly (readonly SampleCell[])[]): SampleSheet => ({
  name,
  rows: [[`乐清市2026年第四季度党建需求征集汇总表（${name}）`], [`填报单位：${name}两新工委`], needHeader, ...rows],
})
