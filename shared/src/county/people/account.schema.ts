import { z } from 'zod'
import { PersonId } from '../../platform/ids.ts'
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

const Refusal = z.string().nullable()
const ResetFacts = {
  id: z.uuid(),
  kind: AccountSlip.shape.kind,
  state: z.enum(['asked', 'issued', 'used', 'withdrawn', 'replaced', 'lapsed']),
  reason: z.string().nullable(),
  askedBy: z.string().nullable().meta({ description: 'By alias; nobody at set-up' }),
  askedAt: Instant,
  confirmedBy: z.string().nullable(),
  issuedAt: Instant.nullable(),
  until: Instant,
  endedAt: Instant.nullable(),
}

/** A request for a new secret, or the code it led to, as the administrators see it. */
export const ResetView = z.object({
  ...ResetFacts,
  person: z.object({ id: PersonId, alias: z.string(), username: z.string().nullable() }),
  mayConfirm: Refusal.meta({ description: 'Why the reader may not confirm; null if they may' }),
  mayWithdraw: z.boolean(),
  toAcknowledge: z.boolean().meta({ description: 'Waits for the security administrator to take note' }),
})
export type ResetView = z.infer<typeof ResetView>
export const ResetList = z.object({ items: z.array(ResetView) })
export type ResetList = z.infer<typeof ResetList>

/** What was done to one's own account by others. */
export const OwnReset = z.object({ ...ResetFacts, told: z.boolean() })
export type OwnReset = z.infer<typeof OwnReset>
export const OwnResets = z.object({ items: z.array(OwnReset) })
export type OwnResets = z.infer<typeof OwnResets>
