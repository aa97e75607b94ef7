import { Refused } from '@dj/shared/problem.ts'
import { WorkRefused, type Workshop } from '../workshop/workshop.ts'

/** A telephone takes up to 50 million; a small file that unfolds to more is an attack. */
export const MAX_PIXELS = 64_000_000

/** A photo unfolded: four bytes a pixel, red, green, blue and how opaque. */
export interface Pixels {
  data: Uint8Array<ArrayBuffer>
  width: number
  height: number
}
export type Unfolded =
  { kind: 'pixels'; pixels: Pixels } | { kind: 'refused'; code: 'not_an_image' | 'too_many_pixels' }

const brands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1'])
const latin = (bytes: Uint8Array, from: number) => Buffer.from(bytes.subarray(from, from + 4)).toString('latin1')

/** What iPhones write since 2017. */
export const isHeic = (bytes: Uint8Array): boolean => latin(bytes, 4) === 'ftyp' && brands.has(latin(bytes, 8))

const module = new URL('./heic.worker.ts', import.meta.url)

/** Unfolds it in a thread of its own, which ends with it. Errors: attachment.not_an_image, attachment.too_many_pixels, service.unavailable where others wait already. */
export async function unfoldHeic(workshop: Workshop, bytes: Uint8Array): Promise<Pixels> {
  const unfolded = await workshop.run<Unfolded>({ module, input: bytes }).catch((error: unknown) => {
    if (!(error instanceof WorkRefused)) throw error
    throw new Refused(error.fault === 'full' ? 'service.unavailable' : 'attachment.too_many_pixels', 'file')
  })
  if (unfolded.kind === 'refused') throw new Refused(`attachment.${unfolded.code}`, 'file')
  return unfolded.pixels
}
