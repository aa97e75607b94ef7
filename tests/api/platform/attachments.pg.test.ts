import { AttachmentView, renewPhotoDays, replyDays } from '@dj/shared/platform/attachment.schema.ts'
import { forgetServed } from '@dj/api/main/jobs/forget-served.ts'
import { sweepPhotos } from '@dj/api/platform/attachments/sweep-photos.ts'
import { attachmentTable } from '@dj/db/tables/platform/attachment.table.ts'
import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import { aPhoto, traces } from '../../support/photos.ts'
import { type Client, test, type World } from '../../support/world.ts'

const photo = aPhoto()

const fileOf = (bytes: Uint8Array<ArrayBuffer> | string, name = '现场.jpg') => new File([bytes], name)
const uploadAs = (client: Client, bytes: Uint8Array<ArrayBuffer> | string, options = {}) =>
  client.upload('/attachments', { file: fileOf(bytes) }, options)

test('a photo comes back as JPEG without place and owner, kept by no browser and never run', async ({ world }) => {
  const member = world.as(await world.aMember())
  const reply = await uploadAs(member, photo)
  expect(reply.status).toBe(201)
  const view = reply.as(AttachmentView)
  expect(view).toMatchObject({ mime: 'image/jpeg', width: 60, height: 40 })

  const { status, body, headers } = await member.get(`/attachments/${view.id}`)
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('image/jpeg')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('cache-control')).toBe('private, no-store')
  const bytes = Buffer.from(body instanceof Uint8Array ? body : [])
  expect(bytes.length).toBe(view.bytes)
  expect(traces.filter((trace) => Buffer.from(photo).includes(trace))).toEqual(traces)
  expect(traces.filter((trace) => bytes.includes(trace))).toEqual([])
})

test('a photo as iPhones write it comes back as JPEG; a torn one is refused at the field', async ({ world }) => {
  const member = world.as(await world.aMember())
  const heic = new Uint8Array(await readFile(new URL('../../support/telephone.heic', import.meta.url)))
  const view = (await member.upload('/attachments', { file: fileOf(heic, 'IMG_0001.HEIC') })).as(AttachmentView)
  expect(view).toMatchObject({ mime: 'image/jpeg', width: 64, height: 48 })
  const { body } = await member.get(`/attachments/${view.id}`)
  expect([...Buffer.from(body instanceof Uint8Array ? body : []).subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff])
  const torn = await uploadAs(member, heic.slice(0, 700))
  expect([torn.status, torn.fields]).toEqual([422, { file: 'attachment.not_an_image' }])
})

test('a second click of the same upload is the same photo; another photo under its key is refused', async ({
  world,
}) => {
  const member = world.as(await world.aMember())
  const options = { key: 'one-and-the-same-click' }
  const [first, second] = await Promise.all([uploadAs(member, photo, options), uploadAs(member, photo, options)])
  expect(first.status).toBe(201)
  expect(second.body).toEqual(first.body)
  expect((await uploadAs(member, aPhoto({ shade: 9 }), options)).code).toBe('request.key_reused')
})

test('what is no photo, too large or a bomb is refused at the field, and nothing is kept', async ({ world }) => {
  const member = world.as(await world.aMember())
  const html = await uploadAs(member, '<html><script>alert(1)</script></html>')
  expect([html.status, html.code, html.fields]).toEqual([
    422,
    'attachment.not_an_image',
    { file: 'attachment.not_an_image' },
  ])
  const tooMany = await uploadAs(member, aPhoto({ width: 9_000, height: 9_000 }))
  expect([tooMany.status, tooMany.code]).toEqual([422, 'attachment.too_many_pixels'])
  for (const mebibytes of [10.1, 13]) {
    const padded = new Uint8Array(mebibytes * 1024 * 1024)
    padded.set(photo)
    const large = await uploadAs(member, padded)
    expect([large.status, large.code]).toEqual([413, 'attachment.too_large'])
  }
  const nothing = await member.post('/attachments', {})
  expect([nothing.status, nothing.code]).toEqual([415, 'request.wrong_type'])
  expect(await world.deps.db.$count(attachmentTable)).toBe(0)
})

test('an unknown field is refused, and so is an upload without its key', async ({ world }) => {
  const member = world.as(await world.aMember())
  const form = { file: fileOf(photo), fields: { county_id: '330381' } }
  const reply = await member.upload('/attachments', form)
  expect([reply.status, reply.fields]).toEqual([422, { county_id: 'field.unknown' }])
  expect((await uploadAs(member, photo, { key: null })).code).toBe('request.idempotency_missing')
})

test('a photo that shows nothing yet is its sender’s alone', async ({ world }) => {
  const [sender, neighbour] = [world.as(await world.aMember()), world.as(await world.aMember())]
  const { id } = (await uploadAs(sender, photo)).as(AttachmentView)
  expect((await sender.get(`/attachments/${id}`)).status).toBe(200)
  expect((await neighbour.get(`/attachments/${id}`)).code).toBe('not_found')
})

test('a photo of another county answers exactly as one that does not exist', async ({ world }) => {
  const member = world.as(await world.aMember())
  const stranger = world.as(await world.aMember({ county: await world.otherCounty() }))
  const { id } = (await uploadAs(stranger, photo)).as(AttachmentView)
  const [foreign, missing] = [
    await member.get(`/attachments/${id}`),
    await member.get(`/attachments/${id.slice(0, -4)}0000`),
  ]
  const withoutId = (body: unknown) => ({ ...Object(body), requestId: undefined })
  expect([foreign.status, withoutId(foreign.body)]).toEqual([404, withoutId(missing.body)])
  expect((await stranger.get(`/attachments/${id}`)).status).toBe(200)
  expect((await world.anonymous().get(`/attachments/${id}`)).code).toBe('auth.required')
})

test('an administrator has no photos to upload', async ({ world }) => {
  const reply = await uploadAs(world.as(await world.anAdmin('system_admin')), photo)
  expect([reply.status, reply.code]).toEqual([403, 'auth.forbidden'])
})

test('a photo that a draft holds outlives the reply under its key: a resend never meets one that is gone', async ({
  world,
}) => {
  const member = world.as(await world.aMember())
  const click = { key: 'one-and-the-same-click' }
  const old = (await uploadAs(member, photo, click)).as(AttachmentView)
  world.clock.advance({ hours: 24 * renewPhotoDays })
  const young = (await uploadAs(member, aPhoto({ shade: 9 }))).as(AttachmentView)
  await sweep(world)
  world.clock.advance({ hours: 24 * (replyDays - renewPhotoDays) + 1 })
  await sweep(world)
  const again = (await uploadAs(member, photo, click)).as(AttachmentView)
  expect(again.id).not.toBe(old.id) // its reply was forgotten before its photo
  expect((await member.get(`/attachments/${old.id}`)).status).toBe(200)
  world.clock.advance({ hours: 24 })
  expect((await sweep(world)).forgotten).toBe(1)
  expect((await member.get(`/attachments/${old.id}`)).status).toBe(404)
  expect((await member.get(`/attachments/${young.id}`)).status).toBe(200)
  world.clock.set('2040-01-01T00:00:00Z') // the files' own times are the machine's
  expect(await sweep(world)).toEqual({ forgotten: 2, removed: 2 })
})

async function sweep({ deps, county }: World) {
  await forgetServed(deps, county.id)
  return sweepPhotos(deps, county.id)
}
