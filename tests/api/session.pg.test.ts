import { SessionView } from '@dj/shared/people/session.schema.ts'
import { expect } from 'vitest'
import { test } from '../support/world.ts'

test('somebody signed in sees who they are and for whom they act', async ({ world }) => {
  const secretary = await world.aSecretary()
  const reply = await world.as(secretary).get('/session')
  expect(reply.status).toBe(200)
  const session = reply.as(SessionView)
  expect(session.account.username).toBe(secretary.username)
  expect(session.roles.map(({ role, organizationName }) => [role, organizationName])).toEqual([
    ['member', '第一党支部'],
    ['secretary', '第一党支部'],
  ])
})
