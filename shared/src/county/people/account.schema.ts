import { z } from 'zod'
import { Instant, text } from '../../platform/text.schema.ts'
import { NewPassword, PersonView } from './people.schema.ts'

/** How long a one-time code opens its account. */
export const CODE_HOURS = 72

/** As it is printed, e.g. `7KQM-X2WT-9HFD`; small letters, spaces and missing dashes are read alike. */
export const OneTimeCode = z
  .string()
  .trim()
  .toUpperCase()
  .overwrite((typed) => typed.replaceAll(/[\s\-–—－]/g, ''))
  .min(1)
  .max(40)
  .meta({ example: '7KQM-X2WT-9HFD' })

/** What is printed for the owner of an account. */
export const AccountSlip = z.object({
  kind: z.enum(['opening', 'reset']),
  username: z.string(),
  alias: z.string(),
  name: z.string().nullable().meta({ description: 'Only to the system administrator' }),
  code: z
    .string()
    .nullable()
    .meta({ description: 'Shown in the first answer only; null when the same request is answered again' }),
  expiresAt: Instant,
})
export type AccountSlip = z.infer<typeof AccountSlip>

/** A new account, with what its owner opens it with. */
export const AccountAdded = PersonView.extend({ slip: AccountSlip })
export type AccountAdded = z.infer<typeof AccountAdded>

/** The owner of an account chooses its password, with the code from the slip. */
export const OpenAccount = z.strictObject({ username: text(2, 64), code: OneTimeCode, password: NewPassword })
export type OpenAccount = z.infer<typeof OpenAccount>

export const ChangePassword = z.strictObject({ oldPassword: z.string().min(1).max(200), newPassword: NewPassword })
export type ChangePassword = z.infer<typeof ChangePassword>

/** Why an account needs a new secret: its owner reads it, too. */
export const AskReset = z.strictObject({ reason: text(2, 300) })
export type AskReset = z.infer<typeof AskReset>

/** A reset that was asked for, with the slip once there is a code. */
export const ResetAsked = z.object({ id: z.uuid(), slip: AccountSlip.nullable() })
export type ResetAsked = z.infer<typeof ResetAsked>
