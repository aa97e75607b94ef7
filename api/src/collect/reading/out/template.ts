import { type CellStyle, type DataValidation, writeXlsx, type WriteSheet } from 'hucre/xlsx'
import { categoryWords, channelWords, kindWords, urgencyWords } from '../rows/vocabulary.ts'

const offered = (words: Readonly<Record<string, readonly string[]>>) =>
  Object.values(words).flatMap((each) => each.slice(0, 1))

interface TemplateColumn {
  readonly title: string
  readonly width: number
  readonly examples: readonly [string, string]
  readonly choices?: readonly string[]
}

const channels = offered(channelWords).filter((word) => word !== channelWords.import[0])

const columns: readonly TemplateColumn[] = [
  { title: '序号', width: 7, examples: ['示例1', '示例2'] },
  { title: '镇街', width: 12, examples: ['示例镇', '示例街道'] },
  { title: '企业（组织）名称', width: 26, examples: ['示例电器有限公司', '示例电器有限公司党支部'] },
  { title: '需求主体', width: 10, examples: ['企业', '党员'], choices: offered(kindWords) },
  { title: '需求类别', width: 12, examples: ['共融', '技能提升'], choices: offered(categoryWords) },
  {
    title: '需求内容',
    width: 60,
    examples: ['四季度原材料采购资金缺口约300万元，希望对接低息贷款。', '想牵头成立质量攻关小组，希望和大企业结对。'],
  },
  { title: '紧急程度', width: 10, examples: ['紧急', '一般'], choices: offered(urgencyWords) },
  { title: '征集方式', width: 12, examples: ['组织座谈', '征求意见'], choices: channels },
  { title: '征集日期', width: 14, examples: ['2026年10月9日', '2026.10.12'] },
  { title: '联系人', width: 12, examples: ['陈厂长', '匿名'] },
  { title: '联系电话', width: 16, examples: ['13800000000', ''] },
  { title: '备注', width: 24, examples: ['示例行不会被导入', ''] },
]

const instructions = [
  '党建需求征集汇总表 填表说明',
  '1. 一行一条需求，需求内容请写原话；可以一个镇街一张表（表名写镇街名），也可以都填在一张表里（填“镇街”列）。',
  `2. 需求主体：${offered(kindWords).join(' / ')}。`,
  `3. 需求类别：${offered(categoryWords).join(' / ')}。`,
  `4. 紧急程度：${offered(urgencyWords).join(' / ')}。征集方式：${channels.join(' / ')}。`,
  '5. 征集日期写年月日，例如 2026年10月9日；只知道月份可以写 2026年10月。',
  '6. 联系电话仅供办理使用，不对外公开；不愿具名的，联系人写“匿名”。',
  '7. 第一行请写清年份和季度。序号为“示例”的行、空行、合计行不会被导入。',
]

const firstRow = 4
const lastRow = 5000
// A column's format reaches only rows that exist; beyond these the sheet is plain.
const preparedRows = 300
const dictionary = '字典'
const choiceColumns = columns.filter((column) => column.choices !== undefined)
const letter = (index: number) => String.fromCharCode(65 + index)

/** The workbook that counties download, fill in and send back; the reader of this folder reads it. */
export function needsTemplate(): Promise<Uint8Array> {
  const sheets = [instructionSheet(), formSheet(), dictionarySheet()]
  return writeXlsx({ sheets, activeSheet: 1, defaultFont: { name: '宋体', size: 11 } })
}

const instructionSheet = (): WriteSheet => ({
  name: '填表说明',
  columns: [{ width: 110 }],
  rows: instructions.map((line) => [line]),
})

// Text format keeps Excel from turning 10.10 into 10.1 and from dropping the zero of 0577.
const asText: CellStyle = { numFmt: '@', alignment: { vertical: 'top', wrapText: true } }
const strong: CellStyle = {
  font: { name: '宋体', size: 12, bold: true },
  alignment: { horizontal: 'center', vertical: 'center' },
}

function formSheet(): WriteSheet {
  const examples = [0, 1].map((nth) => columns.map((column) => column.examples[nth] ?? ''))
  const title = '　　　　年第　　季度党建需求征集汇总表'
  return {
    name: '填报表',
    columns: columns.map((column) => ({ width: column.width, style: asText })),
    rows: [
      [title],
      ['填报单位：', '', '', '', '', '', '', '', '填报日期：'],
      columns.map((column) => column.title),
      ...examples,
      ...Array.from({ length: preparedRows }, () => columns.map(() => null)),
    ],
    cells: new Map([
      ['0,0', { value: title, type: 'string' as const, style: strong }],
      ...columns.map(
        (column, index) => [`2,${index}`, { value: column.title, type: 'string' as const, style: strong }] as const,
      ),
    ]),
    merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: columns.length - 1 }],
    freezePane: { rows: firstRow - 1 },
    dataValidations: choiceColumns.map(choiceOf),
  }
}

function choiceOf(column: TemplateColumn, nth: number): DataValidation {
  const at = letter(columns.indexOf(column))
  return {
    type: 'list',
    formula1: `'${dictionary}'!$${letter(nth)}$1:$${letter(nth)}$${column.choices?.length ?? 1}`,
    range: `${at}${firstRow}:${at}${lastRow}`,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: column.title,
    errorMessage: '请从下拉列表中选择。',
  }
}

function dictionarySheet(): WriteSheet {
  const longest = Math.max(...choiceColumns.map((column) => column.choices?.length ?? 0))
  const rows = Array.from({ length: longest }, (_, row) => choiceColumns.map((column) => column.choices?.[row] ?? null))
  return { name: dictionary, rows, hidden: true }
}
