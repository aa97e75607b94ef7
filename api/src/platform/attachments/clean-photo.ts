import { Refused } from '@dj/shared/problem.ts'
import { MAX_PIXELS, type Pixels } from './heic.ts'

export interface CleanPhoto {
  bytes: Uint8Array
  width: number
  height: number
}

const LONG_SIDE = 2048
const QUALITY = 80
const SECONDS = 20

const starts: Record<'jpeg' | 'png' | 'webp', (bytes: Buffer) => boolean> = {
  jpeg: (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  png: (bytes) => bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1A\n', 'latin1')),
  webp: (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
}

/**
 * The photo drawn anew as a JPEG: upright, at most 2048 pixels long, without what the camera wrote about place and owner,
 * and without anything else that was hidden in the file. Errors: attachment.not_an_image, attachment.too_many_pixels.
 */
export async function cleanPhoto(input: Uint8Array): Promise<CleanPhoto> {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength)
  if (!Object.values(starts).some((isThis) => isThis(bytes))) throw new Refused('attachment.not_an_image', 'file')
  const sharp = await imageLibrary()
  return drawn(sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PIXELS, pages: 1 }).autoOrient())
}

/** The same of what was unfolded already: it stands upright, and no more than its pixels came along. */
export async function cleanPixels({ data, width, height }: Pixels): Promise<CleanPhoto> {
  const sharp = await imageLibrary()
  return drawn(sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: MAX_PIXELS }))
}

async function drawn(picture: SharpPicture): Promise<CleanPhoto> {
  try {
    const { data, info } = await picture
      .resize({ width: LONG_SIDE, height: LONG_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: QUALITY })
      .timeout({ seconds: SECONDS })
      .toBuffer({ resolveWithObject: true })
    return { bytes: data, width: info.width, height: info.height }
  } catch (error) {
    const tooMany = error instanceof Error && error.message.includes('pixel limit')
    throw new Refused(tooMany ? 'attachment.too_many_pixels' : 'attachment.not_an_image', 'file')
  }
}

type Sharp = (typeof import('sharp'))['default']
type SharpPicture = ReturnType<Sharp>
let loaded: Promise<Sharp> | undefined

/** Loaded with the first photo: most processes start long before one. */
function imageLibrary(): Promise<Sharp> {
  loaded ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false)
    sharp.concurrency(1)
    // Of the many formats the library reads, only these three may ever be parsed.
    sharp.block({ operation: ['VipsForeignLoad'] })
    const loaders = ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer']
    sharp.unblock({ operation: loaders })
    return sharp
  })
  return loaded
}
