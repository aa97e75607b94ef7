import { describe, expect, test } from 'vitest'
import { type Actor, may, mayAnywhere, type Operation, policy, reachOf } from './policy.ts'
import { adminRoles, GrantedRole } from './county/people/role.ts'

const person = (change: Partial<Actor> = {}): Actor => ({
  countyId: '330382',
  personId: 'me',
  accountId: 'account',
  kind: 'staff',
  homeOrganizationId: null,
  grants: [],
  ...change,
})
const holding = (role: GrantedRole, organizationId = 'branch') => person({ grants: [{ role, organizationId }] })
const operations = Object.keys(policy) as Operation[]

describe('scope', () => {
  test('a subtree role reaches what lies below its organization and nothing beside it', () => {
    const secretary = holding('secretary')
    expect(may('order.build', secretary, { path: ['county', 'town', 'branch'] })).toBe(true)
    expect(may('order.build', secretary, { path: ['county', 'town', 'branch', 'group'] })).toBe(true)
    expect(may('order.build', secretary, { path: ['county', 'town', 'other'] })).toBe(false)
    expect(may('order.build', secretary, { path: ['county'] })).toBe(false)
    expect(may('order.build', secretary)).toBe(false)
  })
  test('self means the person’s own, whatever the role elsewhere', () => {
    const member = person({ kind: 'probationary' })
    expect(may('need.reopen', member, { personId: 'me' })).toBe(true)
    expect(may('need.reopen', member, { personId: 'you' })).toBe(false)
    expect(may('need.reopen', member, { personId: null })).toBe(false)
  })
  test('workers second and rate, but do not claim', () => {
    const worker = person({ kind: 'worker' })
    expect(may('order.second', worker)).toBe(true)
    expect(may('order.rate', worker)).toBe(true)
    expect(may('claim.take', worker)).toBe(false)
  })
})

describe('三员分立', () => {
  test.each(adminRoles)('%s changes no business', (role) => {
    const business = /^(need|order|claim|delivery|rating|attachment)\./
    const reading = /\.(list|read|events|similar)$/
    const changes = operations.filter((operation) => business.test(operation) && !reading.test(operation))
    expect(changes.filter((operation) => mayAnywhere(operation, holding(role, 'county')))).toEqual([])
  })
  test('accounts, grants and the log are each in one hand', () => {
    const who = (operation: Operation) =>
      GrantedRole.options.filter((role) => mayAnywhere(operation, holding(role, 'county')))
    expect(who('person.add')).toEqual(['system_admin'])
    expect(who('grant.give')).toEqual(['security_admin'])
    expect(who('log.list')).toEqual(['audit_admin'])
  })
})

test('the reach of a list is what the policy would allow row by row', () => {
  const town = holding('town_organizer', 'town')
  expect(reachOf('need.list', town)).toEqual({ all: false, self: false, under: ['town'] })
  expect(reachOf('need.list', holding('operator', 'county'))).toMatchObject({ all: true })
  expect(reachOf('need.list', person({ kind: 'member' }))).toEqual({ all: false, self: true, under: [] })
})
