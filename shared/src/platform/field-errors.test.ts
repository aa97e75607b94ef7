import { expect, test } from 'vitest'
import { z } from 'zod'
import { Username } from '../county/people/people.schema.ts'
import { Phone } from '../county/people/phone.ts'
import { Category } from '../county/settings/category.ts'
import { fieldErrors } from './field-errors.ts'
import { CountyId, PersonId } from './ids.ts'
import { CivilDate, Quarter } from './time/quarter.ts'

const saidOf = (schema: z.ZodType, input: unknown): string | undefined => {
  const read = schema.safeParse(input, { reportInput: true })
  return read.success ? undefined : fieldErrors(read.error)[0]?.message
}

test.each<[string, z.ZodType, unknown, RegExp]>([
  ['a telephone', Phone, '12ab', /如 0577-61880000/],
  ['a mobile with an extension', Phone, '13800001234-12', /不加分机号/],
  ['a day', CivilDate, '18/11', /如 2026-11-18/],
  ['a quarter', Quarter, '四季度', /如 2026Q4/],
  ['an account', Username, '张三', /如 zhang.san/],
  ['a category', Category, '养老', /如 elder_care/],
  ['a county', CountyId, '乐清', /如 330382/],
  ['somebody', PersonId, '张三', /从给出的选项中选择/],
  ['an address', z.url({ protocol: /^https?$/ }), 'example', /以 http:\/\/ 或 https:\/\/ 开头/],
  ['a number', z.number(), '十二', /请填写数字/],
  ['a whole number', z.int(), 1.5, /请填写整数/],
  ['a half hour', z.number().multipleOf(0.5), 1.3, /0.5 的整数倍/],
  ['too many photos', z.array(z.string()).max(2), ['a', 'b', 'c'], /最多 2 项/],
  ['none of what is asked', z.array(z.string()).min(1), [], /至少 1 项/],
])('%s that cannot be read is told what to enter', (_, schema, input, said) => {
  expect(saidOf(schema, input)).toMatch(said)
})
