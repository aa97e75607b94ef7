import { describe, expect, test } from 'vitest'
import { OrganizationKind } from './organization.schema.ts'
import { closeRefusal, moveRefusal, parentKinds } from './tree.rules.ts'

const node = (id: string, kind: OrganizationKind, path = [id], closedOn: string | null = null) => ({
  id,
  kind,
  path,
  closedOn,
})
const none = { children: 0, people: 0, joined: 0, grants: 0, orders: 0, claims: 0, needs: 0, alliances: 0, covered: 0 }
const branch = node('b', 'branch', ['county', 'town', 'b'])

test('from every kind of organization some way leads up to the county', () => {
  const reaches = (kind: OrganizationKind): boolean => kind === 'county' || parentKinds[kind].some(reaches)
  expect(OrganizationKind.options.filter((kind) => !reaches(kind))).toEqual([])
})

test('nothing moves below itself, below what is closed, or where its kind does not stand', () => {
  expect(moveRefusal(branch, node('c', 'party_committee'))).toBeUndefined()
  expect(moveRefusal(branch, node('g', 'general_branch', ['county', 'town', 'b', 'g']))).toBe(
    'organization.under_itself',
  )
  expect(moveRefusal(branch, node('c', 'party_committee', ['c'], '2026-11-01'))).toBe('organization.closed')
  expect(moveRefusal(branch, node('e', 'enterprise'))).toBe('organization.wrong_parent')
  expect(moveRefusal(node('county', 'county'), node('c', 'county'))).toBe('organization.is_root')
})

describe('an organization is closed', () => {
  const close = (successor: ReturnType<typeof node> | undefined, holdings = none, kinds: OrganizationKind[] = []) =>
    closeRefusal(branch, { successor, holdings, kinds })
  test('without a successor only when nothing hangs on it', () => {
    expect(close(undefined)).toBeUndefined()
    for (const what of Object.keys(none))
      expect(close(undefined, { ...none, [what]: 1 })).toBe('organization.still_holding')
  })
  test('with one of its like, open and not below it, that all below may stand under', () => {
    const joint = node('j', 'joint_branch')
    expect(close(joint, { ...none, children: 2 }, ['group'])).toBeUndefined()
    expect(close(node('t', 'town'))).toBe('organization.successor_unfit')
    expect(close(node('j', 'joint_branch', ['j'], '2026-11-01'))).toBe('organization.successor_unfit')
    expect(close(node('g', 'group', ['county', 'town', 'b', 'g']))).toBe('organization.successor_unfit')
    expect(close(node('g', 'group'), { ...none, children: 1 }, ['group'])).toBe('organization.children_unfit')
  })
})
