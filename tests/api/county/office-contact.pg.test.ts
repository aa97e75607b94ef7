import { OrganizationView } from '@dj/shared/county/organization/organization.schema.ts'
import { expect } from 'vitest'
import { aTaken, talks } from '../../support/talks.ts'
import { test } from '../../support/world.ts'

const contact = { name: '李干事', telephone: '0577-62001234' }

test('who keeps an organization says whom to call there, and whoever took its order on is told', async ({ world }) => {
  const { order, doer, author } = await aTaken(world)
  const [branch] = world.county.branches
  const path = `/organizations/${branch.id}/contact`
  expect((await talks(world, doer, order))[0]?.owner.contact).toBeNull()
  expect((await world.as(author).put(path, { contact })).as(OrganizationView).contact).toEqual(contact)
  expect((await talks(world, doer, order))[0]?.owner).toMatchObject({ organization: branch.name, contact })
  const log = await world.deps.db.execute(`select data from event where kind = 'organization.contact_set'`)
  expect(log).toEqual([{ data: { organizationId: branch.id, known: true } }])
  expect((await world.as(author).put(path, { contact: null })).as(OrganizationView).contact).toBeNull()
})

test('nobody sets it for another organization, and a telephone is one', async ({ world }) => {
  const secretary = world.as(await world.aSecretary())
  const [own, other] = world.county.branches
  expect((await secretary.put(`/organizations/${other.id}/contact`, { contact })).code).toBe('auth.forbidden')
  const wrong = await secretary.put(`/organizations/${own.id}/contact`, {
    contact: { ...contact, telephone: '问门卫' },
  })
  expect(Object.keys(wrong.fields)).toEqual(['contact.telephone'])
  expect((await world.as(await world.aMember()).put(`/organizations/${own.id}/contact`, { contact })).code).toBe(
    'auth.forbidden',
  )
})
