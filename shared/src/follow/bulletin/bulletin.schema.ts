import { z } from 'zod'
import { RoundId } from '../round/round.schema.ts'
import { Instant, text, wholeNumber } from '../../platform/text.schema.ts'
import { Quarter } from '../../platform/time/quarter.ts'

/** A figure as it is printed: with its numerator and denominator, and the interval where it comes from a sample. */
export const Figure = z.object({
  code: z.string().meta({ example: 'census_completion' }),
  numerator: z.number(),
  denominator: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  previous: z
    .object({ numerator: z.number(), denominator: z.number() })
    .nullable()
    .meta({ description: 'Last quarter, if it was closed' }),
})
export type Figure = z.infer<typeof Figure>
export const BulletinLine = z.object({
  number: z.string().nullable(),
  title: z.string(),
  owner: z.string(),
  reason: z.string(),
})

/** An order with its verdict and what came of that: as many lines as the verdicts count. */
export const JudgedLine = BulletinLine.extend({
  verdict: z.enum(['pass', 'rectify', 'propose_retirement']),
  late: z.boolean().default(false).meta({ description: 'Found after the close of an earlier round' }),
})
export type JudgedLine = z.infer<typeof JudgedLine>

const Office = z.object({ addressees: z.string(), copies: z.array(z.string()), printer: z.string() })

/** The 通报 of a closed round: immutable once published; a correction is a new version. */
export const BulletinBody = z.object({
  title: z.string(),
  quarter: Quarter,
  leadBodies: z.array(z.string()),
  number: z.string().nullable().default(null).meta({ description: '发文字号', example: '乐组通〔2026〕3号' }),
  office: Office.nullable().default(null).meta({ description: 'Null in earlier bulletins' }),
  figures: z.array(Figure),
  towns: z.array(z.object({ town: z.string(), checked: z.int(), passed: z.int(), rectify: z.int(), retire: z.int() })),
  verdicts: z.object({ pass: z.int(), rectify: z.int(), propose_retirement: z.int() }),
  judged: z.array(JudgedLine).default([]).meta({
    description: 'Each order that the verdicts count; without the passed ones, or empty, in earlier bulletins',
  }),
  rectified: z.array(BulletinLine),
  retired: z.array(BulletinLine),
  excused: z.array(BulletinLine),
  lateFindings: z.int(),
  power: z.array(z.object({ town: z.string(), total: z.int(), drawn: z.int(), chance: z.number() })),
  definitions: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
  definitionsVersion: z.int().optional().meta({ description: 'Goes up whenever a figure counts differently' }),
  settingsVersion: z.int(),
  checklistVersions: z.array(z.int()),
  frameHash: z.string(),
  chainHead: z.object({ seq: z.int(), hash: z.string() }),
})
export type BulletinBody = z.infer<typeof BulletinBody>
export const BulletinView = z.object({
  roundId: RoundId,
  version: z.int(),
  state: z.enum(['draft', 'published']),
  body: BulletinBody,
  correction: z.string().nullable(),
  signedBy: z.string().nullable(),
  publishedAt: Instant.nullable(),
})
export type BulletinView = z.infer<typeof BulletinView>
export const PublishBulletin = z.strictObject({
  correction: text(2, 500).optional().meta({ description: 'Why there is a new version; needed from the second on' }),
  serial: z.int().min(1).max(9999).optional().meta({
    description: 'The number within the year of its 发文字号; without it the one after the highest so far',
  }),
})
export type PublishBulletin = z.infer<typeof PublishBulletin>
export const BulletinQuery = z.strictObject({
  format: z.enum(['json', 'html', 'docx']).default('json'),
  version: wholeNumber(1, 999_999_999).optional().meta({ description: 'An earlier version; the newest without it' }),
  draft: z.stringbool().optional().meta({ description: 'As it would be published now; for the leads of the county' }),
})
export type BulletinQuery = z.infer<typeof BulletinQuery>
