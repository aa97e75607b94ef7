import { NeedPage, NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { expect } from 'vitest'
import { test } from '../../support/world.ts'

test('a need is backed by whoever raised it, was merged into it or seconded one of them, each organization once', async ({
  world,
}) => {
  const { branches, enterprise, farBranch } = world.county
  const need = await world.aNeed()
  const twin = await world.aNeed({ organization: branches[1] })
  const seconding = [
    [need, branches[0]],
    [need, branches[0]],
    [need, branches[1]],
    [twin, farBranch],
  ] as const
  for (const [{ id }, organization] of seconding) {
    const member = world.as(await world.aMember({ organization }))
    expect((await member.post(`/needs/${id}/seconds`)).status).toBe(201)
  }
  const organizer = world.as(await world.aCountyOrganizer())
  expect((await organizer.post(`/needs/${twin.id}/merge`, { intoId: need.id })).status).toBe(200)
  const seen = (await organizer.get(`/needs/${need.id}`)).as(NeedView)
  const known = [enterprise, branches[0], branches[1], farBranch]
  expect(new Set(seen.backers.map(({ organizationId }) => organizationId))).toEqual(new Set(known.map(({ id }) => id)))
  expect(seen.backers).toHaveLength(known.length)
  expect(seen.backers.map(({ townId }) => townId)).toContain(farBranch.townId)
  const { items } = (await organizer.get('/needs')).as(NeedPage)
  expect(
    must(
      items.find(({ id }) => id === need.id),
      'the need in the list',
    ).backers,
  ).toEqual(seen.backers)
})

test('who backs it concerns those who handle it alone', async ({ world }) => {
  const asker = await world.aWorker()
  const need = await world.aNeed({ requesterPersonId: asker.id })
  await world.as(await world.aMember()).post(`/needs/${need.id}/seconds`)
  expect((await world.as(asker).get(`/needs/${need.id}`)).as(NeedView).backers).toEqual([])
})
