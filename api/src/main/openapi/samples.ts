import type { JsonSchema } from './json-schema.ts'

const byFormat: Record<string, string> = {
  uuid: '019a9f3c-6c00-7000-8000-000000000001',
  date: '2026-11-20',
  'date-time': '2026-11-20T02:30:00Z',
  uri: 'https://www.example.gov.cn/needs/1',
}

/** Words of the trade for the fields that recur; whatever else is asked for gets the first sample that fits. */
const byName: Record<string, string> = {
  q: '焊工',
  body: '希望工会牵头，为一线职工开设夜间焊工技能培训班。',
  title: '开设夜间焊工技能培训班',
  ask: '请有焊工证的党员每周授课两次，共八次。',
  acceptance: '二十名职工参加考核，十五名以上取得证书。',
  tierReason: '仅本企业职工受益，由本支部建单。',
  beneficiaries: '一线职工二十人',
  location: '柳市镇党群服务中心',
  alias: '柳市先锋',
  name: '示例名称',
  skills: '焊工',
  holders: '柳市先锋',
  organizationName: '正泰电器党支部（演示）',
  username: 'member1',
  password: 'a long pass phrase',
  number: 'C-2026-000012',
  words: '第一次授课已完成，十八人到场。',
  note: '本支部三名党员可以参加。',
  reason: '人员临时外派，无法按期完成。',
  nextCursor: 'WyIyMDI2LTExLTIwVDAyOjMwOjAwWiIsIjAxOWEiXQ',
  kind: 'order.published',
  code: 'skills',
}

const numberByName: Record<string, number> = {
  share: 60,
  hours: 2.5,
  places: 3,
  total: 45,
  bytes: 184320,
  width: 2048,
  height: 1536,
}

const samples = [
  '示例文字',
  'skills',
  '2026Q4',
  '13800000000',
  '330382',
  '330382-7KQ2-MX4R',
  '2026-11-20',
  'a long pass phrase',
  'ab'.repeat(32),
  '1',
  '示例',
]

/** A text the schema accepts, from the words of the trade; an empty one where none of them fits. */
export function sampleText(schema: JsonSchema, name: string): string {
  const format = byFormat[schema.format ?? '']
  if (format !== undefined) return format
  const own = byName[name]
  return [...(own === undefined ? [] : [own]), ...samples].find((each) => fits(each, schema)) ?? ''
}

function fits(sample: string, { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern }: JsonSchema): boolean {
  if (sample.length < minLength || sample.length > maxLength) return false
  return pattern === undefined || new RegExp(pattern).test(sample)
}

/** A number the schema accepts. */
export function sampleNumber(
  { minimum = 0, maximum = Number.POSITIVE_INFINITY, type }: JsonSchema,
  name: string,
): number {
  const sample = numberByName[name] ?? 1
  const possible = sample >= minimum && sample <= maximum && (type !== 'integer' || Number.isInteger(sample))
  return possible ? sample : Math.min(Math.max(minimum, 1), maximum)
}
