import { Refused } from '@dj/shared/problem.ts'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { cleanPhoto } from './clean-photo.ts'

// Drawn while the module loads: cleanPhoto closes the library to every other format afterwards.
const aPhoto = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#c33' } })
const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
)

const refusalOf = (bytes: Uint8Array) =>
  cleanPhoto(bytes).then(
    () => undefined,
    (error: unknown) => (error instanceof Refused ? error.code : error),
  )

test('what the camera wrote about place and owner is gone, and the photo stands upright', async () => {
  const original = await aPhoto(40, 20)
    .withExif({
      IFD0: { Artist: 'Zhang San' },
      IFD3: { GPSLatitude: '28/1 7/1 0/1', GPSLatitudeRef: 'N', GPSMapDatum: 'WGS-84' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const tracesIn = (bytes: Uint8Array) => ['Zhang San', 'WGS-84'].filter((trace) => Buffer.from(bytes).includes(trace))
  expect(tracesIn(original)).toHaveLength(2)
  const photo = await cleanPhoto(original)
  expect([photo.width, photo.height]).toEqual([20, 40])
  const { exif, icc, xmp, iptc, orientation } = await sharp(photo.bytes).metadata()
  expect({ exif, icc, xmp, iptc, orientation }).toEqual({})
  expect(tracesIn(photo.bytes)).toEqual([])
})

test('PNG and WebP become JPEG, transparent parts become white, a long side is cut to 2048', async () => {
  const clear = sharp({ create: { width: 3000, height: 30, channels: 4, background: '#0000' } })
  for (const input of [await clear.png().toBuffer(), await clear.webp().toBuffer()]) {
    const photo = await cleanPhoto(input)
    expect(photo.width).toBe(2048)
    const { data, info } = await sharp(photo.bytes).raw().toBuffer({ resolveWithObject: true })
    expect([data[0], info.channels]).toEqual([255, 3])
  }
})

test('what hides behind a photo does not survive, and what only calls itself one is refused', async () => {
  const jpeg = await aPhoto(10, 10).jpeg().toBuffer()
  const polyglot = Buffer.concat([jpeg, Buffer.from('<script>alert(1)</script>')])
  expect(Buffer.from((await cleanPhoto(polyglot)).bytes).includes('script')).toBe(false)
  expect(await refusalOf(Buffer.from('<html><script>alert(1)</script></html>'))).toBe('attachment.not_an_image')
  expect(await refusalOf(svg)).toBe('attachment.not_an_image')
  expect(await refusalOf(await aPhoto(10, 10).gif().toBuffer())).toBe('attachment.not_an_image')
  expect(await refusalOf(jpeg.subarray(0, jpeg.length / 2))).toBe('attachment.not_an_image')
  expect(await refusalOf(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), svg]))).toBe('attachment.not_an_image')
  expect(await refusalOf(new Uint8Array())).toBe('attachment.not_an_image')
})

test('a small file that unfolds to a giant is refused', async () => {
  const bomb = await aPhoto(9_000, 9_000).png({ compressionLevel: 9 }).toBuffer()
  expect(bomb.length).toBeLessThan(400_000)
  expect(await refusalOf(bomb)).toBe('attachment.too_many_pixels')
})
