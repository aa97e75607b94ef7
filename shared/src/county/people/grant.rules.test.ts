import { expect, test } from 'vitest'
import { OrganizationKind } from '../organization/organization.schema.ts'
import { grantRefusal, isResponsible, roleFitsOrganization } from './grant.rules.ts'
import { adminRoles, GrantedRole } from './role.ts'

test('each role belongs to its own kinds of organization', () => {
  const kindsOf = (role: GrantedRole) => OrganizationKind.options.filter((kind) => roleFitsOrganization(role, kind))
  expect(Object.fromEntries(GrantedRole.options.map((role) => [role, kindsOf(role)]))).toEqual({
    secretary: ['park_committee', 'party_committee', 'general_branch', 'branch', 'joint_branch', 'group'],
    alliance_lead: ['alliance'],
    town_organizer: ['town'],
    county_organizer: ['county'],
    inspector: ['county'],
    operator: ['county'],
    scout: ['county', 'town'],
    system_admin: ['county'],
    security_admin: ['county'],
    audit_admin: ['county'],
  })
})

test('nobody is granted a role by themselves, whatever else fits', () => {
  const person = { id: 'me', kind: 'member' } as const
  for (const role of GrantedRole.options) {
    const fitting = OrganizationKind.options.find((kind) => roleFitsOrganization(role, kind))
    expect(grantRefusal({ role, organizationKind: fitting ?? 'county', person, granterId: 'me' })).toBe(
      'grant.to_oneself',
    )
  }
})

test('administrators are staff; party posts are for formal members', () => {
  const refusal = (role: GrantedRole, kind: 'member' | 'probationary' | 'worker' | 'staff') => {
    const organizationKind = OrganizationKind.options.find((each) => roleFitsOrganization(role, each)) ?? 'county'
    return grantRefusal({ role, organizationKind, person: { id: 'them', kind }, granterId: 'me' })
  }
  for (const role of adminRoles) {
    expect(refusal(role, 'staff')).toBeUndefined()
    expect(refusal(role, 'member')).toBe('grant.admin_and_business')
    expect(refusal(role, 'worker')).toBe('grant.admin_and_business')
  }
  for (const role of ['secretary', 'alliance_lead'] as const) {
    expect(refusal(role, 'member')).toBeUndefined()
    expect(refusal(role, 'probationary')).toBe('grant.to_worker')
    expect(refusal(role, 'staff')).toBe('grant.to_worker')
  }
})

test('whoever inspects, answers the telephone or walks a territory can go without a successor', () => {
  expect(GrantedRole.options.filter((role) => !isResponsible(role))).toEqual(['inspector', 'operator', 'scout'])
})
