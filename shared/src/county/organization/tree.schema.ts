import { z } from 'zod'
import { OrganizationId } from '../../platform/ids.ts'
import { Reason } from '../../platform/reason.ts'
import { text } from '../../platform/text.schema.ts'
import { CivilDate } from '../../platform/time/quarter.ts'
import { CreditCode } from './credit-code.ts'
import { OrganizationKind, OrganizationView } from './organization.schema.ts'

/** 大型 · 中型 · 小型 · 微型. [统计上大中小微型企业划分办法(2017)] */
export const SizeClass = z.enum(['large', 'medium', 'small', 'micro'])
export type SizeClass = z.infer<typeof SizeClass>

/** What is known of an enterprise beside its name. */
export const EnterpriseFacts = z.strictObject({
  creditCode: CreditCode.nullable(),
  sizeClass: SizeClass.nullable(),
  industry: text(1, 40).nullable(),
  employees: z.int().min(0).max(1_000_000).nullable(),
  partyOrganizationId: OrganizationId.nullable().meta({ description: 'The party organization that covers it' }),
})
export type EnterpriseFacts = z.infer<typeof EnterpriseFacts>

/** A node as the tree shows it. */
export const OrganizationNode = OrganizationView.extend({
  version: z.int(),
  formerNames: z.array(z.string()).meta({ description: 'The last one first; found by a search as well' }),
  closedOn: CivilDate.nullable(),
  successor: z.object({ id: OrganizationId, name: z.string() }).nullable(),
  children: z.int().meta({ description: 'How many lie right below it and are open' }),
  place: z.array(z.string()).meta({ description: 'The names above it, the county first' }),
})
export type OrganizationNode = z.infer<typeof OrganizationNode>

export const TreeQuery = z.strictObject({
  parent: OrganizationId.optional().meta({
    description: 'Whose children; without it and without words, the county itself',
  }),
  q: text(1, 40).optional().meta({ description: 'A part of a name, of a former name, or the initials of its pinyin' }),
  closed: z.stringbool().optional().meta({ description: 'The closed ones, too' }),
  after: OrganizationId.optional().meta({ description: 'Goes on after this one' }),
})
export type TreeQuery = z.infer<typeof TreeQuery>
export const TREE_PAGE = 200
export const OrganizationTree = z.object({ items: z.array(OrganizationNode), more: z.boolean() })
export type OrganizationTree = z.infer<typeof OrganizationTree>

/** What hangs on an organization, and goes to its successor when it is closed. */
export const Holdings = z.object({
  children: z.int(),
  people: z.int().meta({ description: 'At home here; who has left is not counted' }),
  joined: z.int().meta({ description: 'Further memberships' }),
  grants: z.int().meta({ description: 'Running grants of a role here' }),
  orders: z.int().meta({ description: 'Orders that are neither retired nor discarded: a closed one may come back' }),
  claims: z.int().meta({ description: 'Collective claims under way' }),
  needs: z.int().meta({
    description: 'Needs of every state: an answered one may come back; a town’s with those that name no organization',
  }),
  alliances: z.int(),
  covered: z.int().meta({ description: 'Enterprises that it covers' }),
})
export type Holdings = z.infer<typeof Holdings>

export const OrganizationDetail = OrganizationNode.extend({
  enterprise: EnterpriseFacts.extend({ creditCode: z.string().nullable() }).nullable(),
  holdings: Holdings,
})
export type OrganizationDetail = z.infer<typeof OrganizationDetail>

export const OrganizationName = text(2, 60)
export const AddOrganization = z.strictObject({
  kind: OrganizationKind.exclude(['county']),
  name: OrganizationName,
  parentId: OrganizationId,
  enterprise: EnterpriseFacts.partial().optional(),
})
export type AddOrganization = z.infer<typeof AddOrganization>

export const EditOrganization = z
  .strictObject({ name: OrganizationName, enterprise: EnterpriseFacts.partial() })
  .partial()
export type EditOrganization = z.infer<typeof EditOrganization>

export const MoveOrganization = z.strictObject({ parentId: OrganizationId, reason: Reason })
export type MoveOrganization = z.infer<typeof MoveOrganization>

/** 撤销 without a successor, 合并 with one. */
export const CloseOrganization = z.strictObject({ successorId: OrganizationId.nullable(), reason: Reason })
export type CloseOrganization = z.infer<typeof CloseOrganization>
