import type { EnterpriseRow, NodeRow } from '@dj/db/queries/county/tree.ts'
import type { Holdings, OrganizationDetail, OrganizationNode } from '@dj/shared/county/organization/tree.schema.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { officeContact } from './organization.view.ts'

export const toNode = ({
  contactName,
  contactPhone,
  successorId,
  successorName,
  ...row
}: NodeRow): Sent<typeof OrganizationNode> => ({
  ...row,
  contact: officeContact(contactName, contactPhone),
  successor: successorId === null || successorName === null ? null : { id: successorId, name: successorName },
})

export const toDetail = (
  row: NodeRow,
  enterprise: EnterpriseRow | undefined,
  holdings: Holdings,
): Sent<typeof OrganizationDetail> => ({ ...toNode(row), enterprise: enterprise ?? null, holdings })
