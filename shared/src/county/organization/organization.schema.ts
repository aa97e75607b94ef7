import { z } from 'zod'
import { OrganizationId } from '../../platform/ids.ts'
import { text } from '../../platform/text.schema.ts'

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

export const OrganizationView = z.object({
  id: OrganizationId,
  kind: OrganizationKind,
  name: z.string(),
  code: z.string().nullable().meta({ description: 'Division code of a county or town' }),
  parentId: OrganizationId.nullable(),
  townId: OrganizationId.nullable(),
  path: z.array(OrganizationId).meta({ description: 'Ids from the county down to the organization itself' }),
  demo: z.boolean(),
})
export type OrganizationView = z.infer<typeof OrganizationView>

export const OrganizationQuery = z.strictObject({
  kind: OrganizationKind.optional(),
  under: OrganizationId.optional(),
  q: text(1, 40).optional(),
})
export type OrganizationQuery = z.infer<typeof OrganizationQuery>
