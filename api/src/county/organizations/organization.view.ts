import type { OrganizationRow } from '@dj/db/queries/county/organizations.ts'
import type { OfficeContact, OrganizationView } from '@dj/shared/county/organization/organization.schema.ts'
import type { Sent } from '../../platform/http/spec.ts'

export const toOrganizationView = (row: OrganizationRow): Sent<typeof OrganizationView> => {
  const { id, kind, name, code, parentId, townId, path, demo } = row
  return {
    id,
    kind,
    name,
    code,
    parentId,
    townId,
    path,
    demo,
    contact: officeContact(row.contactName, row.contactPhone),
  }
}

/** As it is stored: both or neither. */
export const officeContact = (name: string | null, telephone: string | null): OfficeContact | null =>
  name !== null && telephone !== null ? { name, telephone } : null
