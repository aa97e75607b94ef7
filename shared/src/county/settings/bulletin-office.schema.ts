import { z } from 'zod'
import { text } from '../../platform/text.schema.ts'

/** Whose paper the county's 通报 is, as its own office writes these names; what is left empty follows from the county's name. */
export const BulletinOffice = z.strictObject({
  issuers: z.array(text(2, 40)).max(4).default([]).meta({ description: '发文机关, the leading one first' }),
  mark: text(1, 12).nullable().default(null).meta({
    description: '机关代字, as in 乐组通〔2026〕1号; null: papers carry no number',
    example: '乐组通',
  }),
  addressees: text(2, 200).default('各镇（街道）两新党委，各有关单位').meta({ description: '主送机关' }),
  copies: z.array(text(2, 40)).max(20).default([]).meta({ description: '抄送机关' }),
  printer: text(2, 60).nullable().default(null).meta({ description: '印发机关' }),
})
export type BulletinOffice = z.infer<typeof BulletinOffice>

/** The same with nothing left empty but the mark: 中共乐清市委组织部 leads where the county has not said otherwise. */
export function officeOf(office: BulletinOffice, county: string): BulletinOffice & { printer: string } {
  const usual = [`中共${county}委组织部`, `中共${county}委两新工作委员会`]
  const issuers = office.issuers.length === 0 ? usual : office.issuers
  return { ...office, issuers, printer: office.printer ?? `${issuers[0]}办公室` }
}

/** 乐组通〔2026〕3号 [GB/T 9704-2012 7.2.5]; null for an office without a mark. */
export const paperNumber = (mark: string | null, year: number, serial: number): string | null =>
  mark === null ? null : `${mark}〔${year}〕${serial}号`
