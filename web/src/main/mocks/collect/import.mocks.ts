import { http, HttpResponse } from 'msw'
import type { ImportRow, ImportSheet } from '@dj/shared/collect/need/import.schema.ts'
import { newId } from '../build/market.ts'
import { refuse } from '../refuse.ts'
import type { World } from '../world.ts'

/** The import of one canned workbook; a file called encrypted.xlsx is, an .xls is old. */
export const importHandlers = (world: World) => [
  http.post('*/api/v1/needs/import', async ({ request }) => {
    const file = (await request.formData()).get('file')
    if (!(file instanceof File)) return refuse('import.not_a_workbook')
    if (file.name.includes('encrypted')) return refuse('import.encrypted')
    if (file.name.endsWith('.xls')) return refuse('import.old_excel')
    return HttpResponse.json(report(world, file.name, new URL(request.url).searchParams.get('dryRun') !== 'false'))
  }),
]

type Row = Pick<ImportRow, 'sheet' | 'row' | 'outcome' | 'requesterName' | 'body' | 'issues'>

const rows: readonly Row[] = [
  {
    ...{ sheet: '柳市镇', row: 4, outcome: 'create', requesterName: '天正电气股份有限公司' },
    body: '夜班职工压力大，想请心理咨询师每周到厂里坐班半天。',
    issues: [],
  },
  {
    ...{
      sheet: '柳市镇',
      row: 5,
      outcome: 'create',
      requesterName: '乐清市柳市镇智能电气产业园区精密模具与冲压件加工联合企业协会有限责任公司',
    },
    body: '十几家模具厂都用同款钢材，希望联合采购。',
    issues: [
      { level: 'warning', code: 'import.date_year_assumed', column: 'I 征集日期', value: '10月12日' },
      { level: 'note', code: 'import.phone_no_area_code', column: 'K 联系电话', value: '62770000' },
    ],
  },
  {
    ...{ sheet: '柳市镇', row: 9, outcome: 'refused', requesterName: '红旗电器' },
    body: '',
    issues: [{ level: 'error', code: 'import.body_missing', column: 'F 需求内容', value: null }],
  },
  {
    ...{ sheet: '虹桥镇', row: 6, outcome: 'refused', requesterName: '虹桥商会联合党支部' },
    body: '希望办一个暑期托管班。',
    issues: [
      { level: 'error', code: 'import.date_impossible', column: 'I 征集日期', value: '2026.11.31' },
      { level: 'warning', code: 'import.category_unknown', column: 'E 需求类别', value: '子女托管' },
    ],
  },
  {
    ...{ sheet: '虹桥镇', row: 7, outcome: 'known', requesterName: '虹桥商会联合党支部' },
    body: '四季度原材料采购资金缺口约300万元，希望对接低息贷款。',
    issues: [],
  },
]

const sheet = (name: string, count: number): ImportSheet => ({
  ...{ name, rows: count, skipped: null },
  ...{ unknownColumns: [], repeatedColumns: [], missingColumns: [], wrongTotals: [] },
})

function report({ needs }: World, fileName: string, dryRun: boolean) {
  const [first] = needs
  const other = first && { key: null, needId: first.view.id, body: first.view.body, score: 0.42 }
  return {
    dryRun,
    fileName,
    fileHash: 'f00d',
    sheets: [
      {
        ...sheet('柳市镇', 3),
        unknownColumns: ['M 分管领导', 'N 办结情况'],
        wrongTotals: [{ row: 10, column: null, stated: 5, counted: 3 }],
      },
      sheet('虹桥镇', 2),
      { ...sheet('字典', 0), skipped: 'hidden' },
    ],
    counts: { rows: 5, create: 2, known: 1, repeated: 0, refused: 2, warnings: 2, duplicates: 1 },
    ledger: {
      create: [{ sheet: '柳市镇', rows: '4-5' }],
      known: [{ sheet: '虹桥镇', rows: '7' }],
      repeated: [],
      refused: [
        { sheet: '柳市镇', rows: '9' },
        { sheet: '虹桥镇', rows: '6' },
      ],
      setAside: [{ sheet: '柳市镇', rows: '10', why: 'total' }],
    },
    omitted: 0,
    rows: rows.map((row, nth) => ({
      ...row,
      ...{ key: `${row.sheet}!${row.row}`, town: row.sheet, requesterKind: 'enterprise', category: 'care' },
      ...{ urgency: 'normal', channel: 'symposium', collectedOn: '2026-10-12' },
      repeats: null,
      duplicateOf: nth === 0 ? (other ?? null) : null,
      needId: !dryRun && row.outcome === 'create' ? newId() : null,
    })),
  }
}
