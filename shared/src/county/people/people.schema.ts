import { z } from 'zod'
import { GrantId, OrganizationId, PersonId } from '../../platform/ids.ts'
import { Instant, Page, pageOf, text } from '../../platform/text.schema.ts'
import { Alias } from './alias.ts'
import { Phone } from './phone.ts'
import { DocumentNumber } from './document-number.ts'
import { CivilDate } from '../../platform/time/quarter.ts'
import { GrantedRole } from './role.ts'
import { PersonKind } from './session.schema.ts'

export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9_.-]{1,39}$/, 'username')
export const NewPassword = z.string().min(10).max(200)

export const PersonView = z.object({
  id: PersonId,
  version: z.int(),
  alias: z.string(),
  name: z.string().nullable().meta({ description: 'Only to the system administrator' }),
  kind: PersonKind,
  status: z.enum(['active', 'suspended', 'left']),
  homeOrganization: z.object({ id: OrganizationId, name: z.string() }).nullable(),
  username: z.string().nullable(),
  skills: z.array(z.string()),
  documentLast4: z.string().nullable().default(null).meta({ description: 'Only to the system administrator' }),
})
export type PersonView = z.infer<typeof PersonView>

export const PersonQuery = z.strictObject({
  ...Page,
  organizationId: OrganizationId.optional().meta({ description: 'Home organization, or anything below it' }),
  kind: PersonKind.optional(),
  q: text(1, 40).optional(),
})
export type PersonQuery = z.infer<typeof PersonQuery>
export const PersonPage = pageOf(PersonView).extend({ total: z.int() })
export type PersonPage = z.infer<typeof PersonPage>

export const AddPerson = z.strictObject({
  alias: Alias.meta({ description: 'What others see instead of the name' }),
  name: text(1, 40),
  phone: Phone.optional(),
  documentNumber: DocumentNumber.optional(),
  kind: PersonKind,
  homeOrganizationId: OrganizationId.nullable(),
  username: Username,
  skills: z.array(text(1, 30)).max(10).default([]),
})
export type AddPerson = z.infer<typeof AddPerson>

export const EditPerson = z
  .strictObject({
    alias: Alias,
    name: text(1, 40),
    phone: Phone.nullable(),
    documentNumber: DocumentNumber.nullable(),
    homeOrganizationId: OrganizationId.nullable(),
    skills: z.array(text(1, 30)).max(10),
    status: z.enum(['active', 'suspended', 'left']),
  })
  .partial()
export type EditPerson = z.infer<typeof EditPerson>

export const GrantView = z.object({
  id: GrantId,
  person: z.object({ id: PersonId, alias: z.string(), username: z.string().nullable() }),
  role: GrantedRole,
  organization: z.object({ id: OrganizationId, name: z.string() }),
  validFrom: Instant,
  validUntil: Instant.nullable(),
  grantedBy: z.string().nullable(),
  live: z.boolean(),
})
export type GrantView = z.infer<typeof GrantView>

export const GrantQuery = z.strictObject({
  ...Page,
  personId: PersonId.optional(),
  role: GrantedRole.optional(),
  live: z.stringbool().optional(),
})
export type GrantQuery = z.infer<typeof GrantQuery>
export const GrantPage = pageOf(GrantView).extend({ total: z.int() })
export type GrantPage = z.infer<typeof GrantPage>

export const GiveGrant = z.strictObject({
  personId: PersonId,
  role: GrantedRole,
  organizationId: OrganizationId,
  validUntil: Instant.optional(),
})
export type GiveGrant = z.infer<typeof GiveGrant>
export const EndGrant = z.strictObject({ reason: text(2, 300), successorId: PersonId.optional() })
export type EndGrant = z.infer<typeof EndGrant>

/** What of the log is asked for. */
export const LogExport = z.strictObject({
  kind: text(1, 60).optional(),
  by: PersonId.optional(),
  about: z.uuid().optional().meta({ description: 'A need, an order, a claim or a person' }),
  from: CivilDate.optional(),
  until: CivilDate.optional().meta({ description: 'The last day that is shown' }),
  q: text(1, 60).optional().meta({ description: 'Words of what was recorded, or of whom or which order' }),
})
export type LogExport = z.infer<typeof LogExport>
export const LogQuery = LogExport.extend(Page)
export type LogQuery = z.infer<typeof LogQuery>
export const LogEntry = z.object({
  id: z.uuid(),
  kind: z.string(),
  at: Instant,
  by: PersonId.nullable(),
  byAlias: z.string().nullable().meta({ description: 'Null: the system, or somebody who was not signed in' }),
  subject: z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() }).nullable(),
  data: z.record(z.string(), z.unknown()),
})
export type LogEntry = z.infer<typeof LogEntry>
export const LogPage = pageOf(LogEntry)
export type LogPage = z.infer<typeof LogPage>

/** People a secretary may list in a collective claim: aliases only. */
export const ColleagueView = z.object({ id: PersonId, alias: z.string(), organizationName: z.string().nullable() })
export const ColleagueList = z.object({ items: z.array(ColleagueView) })
export type ColleagueList = z.infer<typeof ColleagueList>
export const ColleagueQuery = z.strictObject({
  organizationId: OrganizationId.optional(),
  q: text(1, 40).optional(),
  role: GrantedRole.optional().meta({ description: 'Only who holds it now' }),
  staff: z.stringbool().optional().meta({ description: 'Those at a desk, too' }),
})
export type ColleagueQuery = z.infer<typeof ColleagueQuery>
