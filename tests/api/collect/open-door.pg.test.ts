import { CountyDesk, CountyList } from '@dj/shared/county/organization/county.schema.ts'
import { SettingsView } from '@dj/shared/county/settings/settings.schema.ts'
import { NeedReceipt } from '@dj/shared/collect/need/need.schema.ts'
import { NeedPage } from '@dj/shared/collect/need/need.schema.ts'
import { describe, expect } from 'vitest'
import { test, type World } from '../../support/world.ts'

async function saveHotline(world: World, hotline: unknown) {
  const client = world.as(await world.aCountyOrganizer())
  const { version, settings } = (await client.get('/settings')).as(SettingsView)
  return client.put('/settings', { settings: { ...settings, hotline }, note: '开通热线' }, { version })
}
const hotlineOf = async (world: World) =>
  (await world.anonymous().get('/county')).as(CountyList).items.find(({ id }) => id === world.county.id)?.hotline

describe('the hotline', () => {
  test('is a setting with its history, and everybody is told the number in force', async ({ world }) => {
    expect(await hotlineOf(world)).toBeNull()
    const hotline = { telephone: '400-123-4567', hours: '工作日 8:30—17:30' }
    expect((await saveHotline(world, hotline)).as(SettingsView)).toMatchObject({ version: 2, settings: { hotline } })
    expect(await hotlineOf(world)).toEqual(hotline)
    await saveHotline(world, { telephone: '12345', hours: null })
    expect(await hotlineOf(world)).toEqual({ telephone: '12345', hours: null })
    await saveHotline(world, null)
    expect(await hotlineOf(world)).toBeNull()
  })

  test.for(['打 12345', '1', 'tel:12345', '0577--123', '+', '1'.repeat(40)])(
    'a number nobody can dial is refused at its field: %s',
    async (telephone, { world }) => {
      const refused = await saveHotline(world, { telephone, hours: null })
      expect([refused.status, Object.keys(refused.fields ?? {})]).toEqual([422, ['settings.hotline.telephone']])
    },
  )
})

describe('a poster', () => {
  const words = { body: '车间想要一间母婴室', category: 'care', requesterKind: 'worker', requesterName: '一名女工' }

  test('names its organization to whoever scans it, and what comes by it is first taken in there', async ({
    world,
  }) => {
    const { id: countyId, branches } = world.county
    const [desk] = branches
    const open = world.anonymous()
    const named = (await open.get(`/counties/${countyId}/desks/${desk.id}`)).as(CountyDesk)
    expect(named).toEqual({ id: desk.id, name: desk.name, townId: desk.townId })
    const sent = await open.post(`/counties/${countyId}/needs`, { ...words, organizationId: desk.id })
    expect(sent.as(NeedReceipt).need).toMatchObject({ organization: { id: desk.id }, town: { id: desk.townId } })
    const waiting = (await world.as(await world.aSecretary(desk)).get('/needs')).as(NeedPage)
    expect(waiting.items.map(({ body }) => body)).toEqual([words.body])
  })

  test('of another county, or of nobody, is as none', async ({ world }) => {
    const other = await world.otherCounty()
    const open = world.anonymous()
    for (const id of [other.branches[0].id, '00000000-0000-7000-8000-000000000000']) {
      expect((await open.get(`/counties/${world.county.id}/desks/${id}`)).code).toBe('not_found')
      const sent = await open.post(`/counties/${world.county.id}/needs`, { ...words, organizationId: id })
      expect(sent.fields).toEqual({ organizationId: 'need.organization_unknown' })
    }
  })
})
