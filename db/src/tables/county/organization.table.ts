import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { OrganizationKind } from '@dj/shared/county/organization/organization.schema.ts'
import { SizeClass } from '@dj/shared/county/organization/tree.schema.ts'
import { civilDate, county, id, instant, oneOf } from '../platform/columns.ts'
import { countyTable } from './county.table.ts'

/** The territorial tree, and alliances beside it. `path` (ids from the county down) is written by insertOrganization and rewritten by moveSubtree alone. */
export const organizationTable = pgTable(
  'organization',
  {
    countyId: county().references(() => countyTable.countyId),
    id: id(),
    kind: text('kind').$type<OrganizationKind>().notNull(),
    name: text('name').notNull(),
    code: text('code'),
    parentId: uuid('parent_id'),
    townId: uuid('town_id'),
    path: uuid('path').array().notNull(),
    demo: boolean('demo').notNull().default(false),
    // Whom to call at the office.
    contactName: text('contact_name'),
    contactPhone: text('contact_phone'),
    version: integer('version').notNull().default(1),
    /** The last one first. */
    formerNames: text('former_names')
      .array()
      .notNull()
      .default(sql`'{}'`),
    closedOn: civilDate('closed_on'),
    successorId: uuid('successor_id'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'organization_pkey', columns: [t.countyId, t.id] }),
    foreignKey({
      name: 'organization_has_a_parent',
      columns: [t.countyId, t.parentId],
      foreignColumns: [t.countyId, t.id],
    }),
    foreignKey({
      name: 'organization_lies_in_a_town',
      columns: [t.countyId, t.townId],
      foreignColumns: [t.countyId, t.id],
    }),
    foreignKey({
      name: 'organization_is_succeeded',
      columns: [t.countyId, t.successorId],
      foreignColumns: [t.countyId, t.id],
    }),
    uniqueIndex('organization_name_once_per_parent')
      .on(t.countyId, t.parentId, t.name)
      .where(sql`${t.closedOn} is null`),
    uniqueIndex('organization_one_root')
      .on(t.countyId)
      .where(sql`${t.kind} = 'county'`),
    check('organization_only_the_county_is_root', sql`(${t.kind} = 'county') = (${t.parentId} is null)`),
    check('organization_succeeded_when_closed', sql`${t.successorId} is null or ${t.closedOn} is not null`),
    check('organization_contact_is_whole', sql`num_nonnulls(${t.contactName}, ${t.contactPhone}) <> 1`),
    check('organization_path_ends_in_itself', sql`${t.path}[cardinality(${t.path})] = ${t.id}`),
    oneOf('organization_kind_known', t.kind, OrganizationKind.options),
    index('organization_by_path').using('gin', t.path),
  ],
)

export const enterpriseTable = pgTable(
  'enterprise',
  {
    countyId: county(),
    organizationId: uuid('organization_id').notNull(),
    industry: text('industry'),
    employees: integer('employees'),
    creditCode: text('credit_code'),
    sizeClass: text('size_class').$type<SizeClass>(),
    partyOrganizationId: uuid('party_organization_id'),
  },
  (t) => [
    primaryKey({ name: 'enterprise_pkey', columns: [t.countyId, t.organizationId] }),
    uniqueIndex('enterprise_one_per_credit_code').on(t.countyId, t.creditCode),
    oneOf('enterprise_size_class_known', t.sizeClass, SizeClass.options),
    foreignKey({
      name: 'enterprise_is_an_organization',
      columns: [t.countyId, t.organizationId],
      foreignColumns: [organizationTable.countyId, organizationTable.id],
    }),
    foreignKey({
      name: 'enterprise_is_covered_by_a_party_organization',
      columns: [t.countyId, t.partyOrganizationId],
      foreignColumns: [organizationTable.countyId, organizationTable.id],
    }),
  ],
)

/** 1 lead + X member organizations + N enterprises without one. [003] */
export const allianceMemberTable = pgTable(
  'alliance_member',
  {
    countyId: county(),
    allianceId: uuid('alliance_id').notNull(),
    organizationId: uuid('organization_id').notNull(),
    part: text('part', { enum: ['lead', 'member', 'enterprise'] }).notNull(),
  },
  (t) => [
    primaryKey({ name: 'alliance_member_pkey', columns: [t.countyId, t.allianceId, t.organizationId] }),
    foreignKey({
      name: 'alliance_member_belongs_to_an_alliance',
      columns: [t.countyId, t.allianceId],
      foreignColumns: [organizationTable.countyId, organizationTable.id],
    }),
    foreignKey({
      name: 'alliance_member_is_an_organization',
      columns: [t.countyId, t.organizationId],
      foreignColumns: [organizationTable.countyId, organizationTable.id],
    }),
    uniqueIndex('alliance_member_one_lead')
      .on(t.countyId, t.allianceId)
      .where(sql`${t.part} = 'lead'`),
    oneOf('alliance_member_part_known', t.part, ['lead', 'member', 'enterprise']),
  ],
)
