import { z } from 'zod'
import { Alias } from './alias.ts'
import { CountyId } from '../../platform/ids.ts'
import { text } from '../../platform/text.schema.ts'
import { AccountSlip } from './account.schema.ts'
import { NewPassword, Username } from './people.schema.ts'

const TownCode = z
  .string()
  .regex(/^\d{9}$/, 'town_code')
  .meta({ example: '330382001' })
const TownName = text(2, 30)

/** Before set-up: the counties whose towns are known, to choose from. After it: not available, and nothing else. */
export const SetupView = z.object({
  available: z.boolean(),
  counties: z.array(
    z.object({ id: CountyId, name: z.string(), towns: z.array(z.object({ code: TownCode, name: z.string() })) }),
  ),
})
export type SetupView = z.infer<typeof SetupView>

export const NewAdministrator = z.strictObject({
  alias: Alias,
  name: text(1, 40),
  username: Username,
})
export type NewAdministrator = z.infer<typeof NewAdministrator>

/** Whoever sets up is the system administrator and chooses their own password; the other two get one-time codes. */
export const Installer = NewAdministrator.extend({ password: NewPassword })
export type Installer = z.infer<typeof Installer>

const someone = (username: string) => ({ alias: '管理员', name: '示例', username })
const installer = { ...someone('sysadmin'), password: 'a long pass phrase' }

/** The county, its towns and its first three administrators (三员), by whoever holds the one-time code. */
export const SetUp = z.strictObject({
  code: z.string().trim().toUpperCase().min(1).max(60).meta({ example: '7KQ2M-X4R9B-HTP3W-2N8CD' }),
  county: z.strictObject({ id: CountyId, name: text(2, 30) }),
  towns: z
    .array(z.strictObject({ code: TownCode.nullable().default(null), name: TownName }))
    .min(1)
    .max(100)
    .refine((towns) => new Set(towns.map((town) => town.name)).size === towns.length, {
      params: { code: 'setup.town_twice' },
    }),
  administrators: z
    .strictObject({ system: Installer, security: NewAdministrator, audit: NewAdministrator })
    .refine((three) => new Set(Object.values(three).map((one) => one.username)).size === 3, {
      params: { code: 'setup.three_people' },
    })
    .meta({ example: { system: installer, security: someone('secadmin'), audit: someone('auditadmin') } }),
})
export type SetUp = z.infer<typeof SetUp>

export const SetupDone = z.object({
  county: z.object({ id: CountyId, name: z.string() }),
  usernames: z.array(z.string()),
  slips: z.array(AccountSlip).meta({ description: 'For the security and the audit administrator' }),
})
export type SetupDone = z.infer<typeof SetupDone>
