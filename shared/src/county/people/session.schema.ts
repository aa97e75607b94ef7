import { z } from 'zod'
import { CountyId, OrganizationId, PersonId } from '../../platform/ids.ts'
import { text } from '../../platform/text.schema.ts'
import { Role } from './role.ts'

export const SignIn = z.strictObject({
  username: text(2, 64),
  password: z.string().min(1).max(200),
})
export type SignIn = z.infer<typeof SignIn>

/** The password once more, in a session that is open. */
export const ConfirmSession = z.strictObject({ password: z.string().min(1).max(200) })
export type ConfirmSession = z.infer<typeof ConfirmSession>

/** `staff` are people without a party or worker part in the system: the three administrators. */
export const PersonKind = z.enum(['member', 'probationary', 'worker', 'staff'])
export type PersonKind = z.infer<typeof PersonKind>

export const RoleView = z.object({
  role: Role,
  organizationId: OrganizationId,
  organizationName: z.string(),
})
export type RoleView = z.infer<typeof RoleView>

export const SessionView = z.object({
  account: z.object({ id: z.string(), username: z.string() }),
  person: z.object({
    id: PersonId,
    alias: z.string(),
    kind: PersonKind,
    homeOrganizationId: OrganizationId.nullable(),
    homeOrganizationName: z.string().nullable(),
    skills: z.array(z.string()),
  }),
  county: z.object({ id: CountyId, name: z.string(), demo: z.boolean() }),
  roles: z.array(RoleView),
})
export type SessionView = z.infer<typeof SessionView>
