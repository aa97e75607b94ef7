import type { Me } from '../../../county/session/me.ts'
import type { ClaimingOrganization } from '../claim-facts.ts'

/** The organizations a person claims for: those of their grants; what lies below them is asked for when it is needed. */
export const leadsOf = ({ roles }: Me): readonly ClaimingOrganization[] =>
  roles.flatMap(({ role, organizationId: id, organizationName: name }): ClaimingOrganization[] => {
    if (role === 'secretary') return [{ id, name, kind: 'branch' }]
    return role === 'alliance_lead' ? [{ id, name, kind: 'alliance' }] : []
  })
