import { z } from 'zod'
import { OrganizationId } from '../../platform/ids.ts'
import { text } from '../../platform/text.schema.ts'
import { HotlineNumber } from '../settings/hotline.schema.ts'

/** Nodes of the territorial tree, and alliances, which stand beside it. */
export const OrganizationKind = z.enum([
  'county',
  'town',
  'park_committee',
  'party_committee',
  'general_branch',
  'branch',
  'joint_branch',
  'group',
  'enterprise',
  'station',
  'alliance',
])
export type OrganizationKind = z.infer<typeof OrganizationKind>

/** Kinds that own a C library. */
export const partyKinds = [
  'park_committee',
  'party_committee',
  'general_branch',
  'branch',
  'joint_branch',
  'group',
] as const

/** Whom to call at an organization, at the office: told to everybody, and never a person's private number without their will. */
export const OfficeContact = z.strictObject({ name: text(1, 40), telephone: HotlineNumber })
export type OfficeContact = z.infer<typeof OfficeContact>
export const SetOfficeContact = z.strictObject({ contact: OfficeContact.nullable() })
export type SetOfficeContact = z.infer<typeof SetOfficeContact>

export const OrganizationView = z.object({
  id: OrganizationId,
  kind: OrganizationKind,
  name: z.string(),
  code: z.string().nullable().meta({ description: 'Division code of a county or town' }),
  parentId: OrganizationId.nullable(),
  townId: OrganizationId.nullable(),
  path: z.array(OrganizationId).meta({ description: 'Ids from the county down to the organization itself' }),
  demo: z.boolean(),
  contact: OfficeContact.nullable(),
})
export type OrganizationView = z.infer<typeof OrganizationView>

export const OrganizationQuery = z.strictObject({
  kind: OrganizationKind.optional(),
  under: OrganizationId.optional(),
  q: text(1, 40).optional(),
})
export type OrganizationQuery = z.infer<typeof OrganizationQuery>
