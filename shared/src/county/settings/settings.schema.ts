import { z } from 'zod'
import { IDLE_SECONDS } from '../../platform/session.rules.ts'
import { Instant, text } from '../../platform/text.schema.ts'
import { BulletinOffice } from './bulletin-office.schema.ts'
import { Hotline } from './hotline.schema.ts'
import { Category, ordinaryCategories } from './category.ts'
import { duplicateThreshold } from './duplicate-threshold.ts'
import { PersonId } from '../../platform/ids.ts'
import { RoundPlan } from './round-plan.schema.ts'

const days = (fallback: number) => z.int().min(1).max(365).default(fallback)
const share = (fallback: number) => z.number().min(0).max(1).default(fallback)

/** Every default of the domain where the sources are silent: data, one versioned row per county, never an official rule. */
export const CountySettings = z.strictObject({
  categories: z
    .array(z.strictObject({ code: Category, zh: text(1, 20), en: text(1, 40) }))
    .min(1)
    .max(60)
    .refine((list) => new Set(list.map(({ code }) => code)).size === list.length, {
      params: { code: 'settings.category_twice' },
    }),
  hotline: Hotline.nullable().default(null),
  bulletin: BulletinOffice.prefault({}),
  need: z
    .strictObject({ firstResponseWorkingDays: days(2), duplicateThreshold: share(duplicateThreshold) })
    .prefault({}),
  claim: z
    .strictObject({
      perMember: z.int().min(1).max(50).default(3),
      perOrganization: z.int().min(1).max(200).default(10),
      termDays: days(30),
      extensionDays: days(15),
      requestLapseWorkingDays: days(3),
      overdueReleaseDays: days(7),
    })
    .prefault({}),
  light: z.strictObject({ yellowSilentDays: days(14), yellowLeftDays: days(5), redSilentDays: days(30) }).prefault({}),
  unclaimed: z
    .strictObject({ offerWorkingDays: days(7), allianceWorkingDays: days(14), deskWorkingDays: days(21) })
    .prefault({}),
  freshness: z.strictObject({ aDays: days(180), bDays: days(120), cDays: days(90) }).prefault({}),
  delivery: z
    .strictObject({ unansweredDays: days(7), codeAfterLookMinutes: z.int().min(1).max(1440).default(30) })
    .prefault({}),
  rating: z
    .strictObject({
      minimumN: z.int().min(1).max(100).default(5),
      poorBelow: share(0.6),
      notSolvedShare: share(1 / 3),
      notSolvedMinimumN: z.int().min(1).max(100).default(3),
    })
    .prefault({}),
  round: z
    .strictObject({
      rate: share(0.2),
      minimum: z.int().min(0).max(100).default(3),
      revealDays: days(3),
      plan: RoundPlan.nullable().default(null).meta({ description: 'Null: rounds are opened by hand' }),
    })
    .prefault({}),
  rectification: z
    .strictObject({ deadlineWorkingDays: days(15), extensionWorkingDays: days(15), failAfterDays: days(3) })
    .prefault({}),
  retirement: z
    .strictObject({
      noticeWorkingDays: days(5),
      undoDays: days(3),
      poorWithinQuarters: z.int().min(1).max(12).default(4),
    })
    .prefault({}),
  appeal: z.strictObject({ workingDays: days(5) }).prefault({}),
  suggestion: z
    .strictObject({ townOrganizations: z.int().min(1).default(3), countyTowns: z.int().min(1).default(3) })
    .prefault({}),
  session: z
    .strictObject({
      deskIdleMinutes: z
        .int()
        .min(15)
        .max(12 * 60)
        .default(IDLE_SECONDS.desk / 60),
      othersIdleHours: z
        .int()
        .min(1)
        .max(7 * 24)
        .default(IDLE_SECONDS.others / 3_600),
    })
    .prefault({}),
})
export type CountySettings = z.infer<typeof CountySettings>

/** The settings a new county starts with. */
export const defaultSettings: CountySettings = CountySettings.parse({
  categories: ordinaryCategories,
})

export const SettingsView = z.object({
  version: z.int(),
  settings: CountySettings,
  changedBy: z.string().nullable(),
  changedAt: Instant,
  note: z.string().nullable(),
  /** Of the standing plan, by their names: empty without one. */
  seedHolders: z.array(z.object({ id: PersonId, alias: z.string() })),
})
export type SettingsView = z.infer<typeof SettingsView>

// Not a rule of the settings themselves: what a county has stored before can still be read.
const Changed = CountySettings.refine(({ round }) => round.rate > 0 || round.minimum > 0, {
  path: ['round', 'minimum'],
  params: { code: 'settings.round_draws_nothing' },
}).refine(({ round: { plan } }) => plan === null || plan.publicValueNotation !== null, {
  path: ['round', 'plan', 'publicValueNotation'],
  params: { code: 'round.notation_unclear' },
})
export const ChangeSettings = z.strictObject({ settings: Changed, note: text(2, 500) })
export type ChangeSettings = z.infer<typeof ChangeSettings>
