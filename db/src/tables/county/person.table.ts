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
import { GrantedRole } from '@dj/shared/county/people/role.ts'
import { PersonKind } from '@dj/shared/county/people/session.schema.ts'
import { county, id, instant, oneOf } from '../platform/columns.ts'
import { organizationTable } from './organization.table.ts'

/** Who acts, without what identifies them: the alias is what others see. */
export const personTable = pgTable(
  'person',
  {
    countyId: county(),
    id: id(),
    accountId: text('account_id'),
    alias: text('alias').notNull(),
    kind: text('kind').$type<PersonKind>().notNull(),
    status: text('status', { enum: ['active', 'suspended', 'left'] })
      .notNull()
      .default('active'),
    homeOrganizationId: uuid('home_organization_id'),
    skills: text('skills')
      .array()
      .notNull()
      .default(sql`'{}'`),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'person_pkey', columns: [t.countyId, t.id] }),
    foreignKey({
      name: 'person_has_a_home',
      columns: [t.countyId, t.homeOrganizationId],
      foreignColumns: [organizationTable.countyId, organizationTable.id],
    }),
    uniqueIndex('person_one_per_account').on(t.countyId, t.accountId),
    index('person_by_home').on(t.countyId, t.homeOrganizationId),
    oneOf('person_kind_known', t.kind, PersonKind.options),
    oneOf('person_status_known', t.status, ['active', 'suspended', 'left']),
  ],
)

/** Personal data: behind row security for reading too. */
export const personIdentityTable = pgTable(
  'person_identity',
  {
    countyId: county(),
    personId: uuid('person_id').notNull(),
    name: text('name').notNull(),
    phone: text('phone'),
    /** The same number however it is written: digits alone, a mobile number without its country. */
    phoneKey: text('phone_key').generatedAlwaysAs(
      sql`regexp_replace(regexp_replace(phone, '[^0-9]', '', 'g'), '^(00)?86(?=1[0-9]{10}$)', '')`,
    ),
    /** Shared with an older account since before one telephone meant one account. */
    phoneShared: boolean('phone_shared').notNull().default(false),
    documentKey: text('document_key'),
    documentLast4: text('document_last4'),
  },
  (t) => [
    primaryKey({ name: 'person_identity_pkey', columns: [t.countyId, t.personId] }),
    // One person cannot be two: suspended accounts count as well.
    uniqueIndex('person_identity_one_per_phone')
      .on(t.countyId, t.phoneKey)
      .where(sql`not ${t.phoneShared}`),
    uniqueIndex('person_identity_one_per_document').on(t.countyId, t.documentKey),
    check('person_identity_document_whole', sql`(document_key is null) = (document_last4 is null)`),
    foreignKey({
      name: 'person_identity_of_a_person',
      columns: [t.countyId, t.personId],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
  ],
)

/** Further organizations a person joins, if both sides accept. [003 双向自主选择] The home branch is on the person. */
export const membershipTable = pgTable(
  'membership',
  {
    countyId: county(),
    personId: uuid('person_id').notNull(),
    organizationId: uuid('organization_id').notNull(),
    state: text('state', { enum: ['asked', 'invited', 'accepted', 'ended'] }).notNull(),
    since: instant('since').notNull(),
  },
  (t) => [
    primaryKey({ name: 'membership_pkey', columns: [t.countyId, t.personId, t.organizationId] }),
    foreignKey({
      name: 'membership_of_a_person',
      columns: [t.countyId, t.personId],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
    foreignKey({
      name: 'membership_in_an_organization',
      columns: [t.countyId, t.organizationId],
      foreignColumns: [organizationTable.countyId, organizationTable.id],
    }),
    oneOf('membership_state_known', t.state, ['asked', 'invited', 'accepted', 'ended']),
  ],
)

/**
 * A role is a grant: role + organization + period. Overlaps, an administrator with a business role and an inspecting
 * secretary are refused by exclusion constraints, which the migration adds by hand.
 */
export const roleGrantTable = pgTable(
  'role_grant',
  {
    countyId: county(),
    id: id(),
    personId: uuid('person_id').notNull(),
    role: text('role').$type<GrantedRole>().notNull(),
    organizationId: uuid('organization_id').notNull(),
    validFrom: instant('valid_from').notNull(),
    validUntil: instant('valid_until'),
    grantedBy: uuid('granted_by'),
    endedBy: uuid('ended_by'),
    endReason: text('end_reason'),
  },
  (t) => [
    primaryKey({ name: 'role_grant_pkey', columns: [t.countyId, t.id] }),
    foreignKey({
      name: 'role_grant_to_a_person',
      columns: [t.countyId, t.personId],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
    foreignKey({
      name: 'role_grant_by_a_person',
      columns: [t.countyId, t.grantedBy],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
    foreignKey({
      name: 'role_grant_in_an_organization',
      columns: [t.countyId, t.organizationId],
      foreignColumns: [organizationTable.countyId, organizationTable.id],
    }),
    // Only set-up grants without a granter, before anyone is there to grant.
    check('role_grant_not_to_oneself', sql`${t.grantedBy} <> ${t.personId}`),
    check('role_grant_ends_after_it_starts', sql`${t.validUntil} >= ${t.validFrom}`),
    oneOf('role_grant_role_known', t.role, GrantedRole.options),
    index('role_grant_by_organization').on(t.countyId, t.organizationId, t.role),
    // Every write asks who sends it: the exclusion constraints' trees answer three times slower.
    index('role_grant_by_person').on(t.countyId, t.personId),
  ],
)
