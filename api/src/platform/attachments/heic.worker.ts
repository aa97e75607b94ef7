import { createRequire } from 'node:module'
import { done, jobInput } from '../workshop/at-work.ts'
import { MAX_PIXELS, type Unfolded } from './heic.ts'

interface HeifImage {
  get_width(): number
  get_height(): number
  is_primary(): boolean
  display(into: { data: Uint8ClampedArray; width: number; height: number }, then: (result: object | null) => void): void
}
interface Libheif {
  HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] }
}

const refused = (code: Extract<Unfolded, { kind: 'refused' }>['code']): Unfolded => ({ kind: 'refused', code })

/** The first picture of the file, or the one it says is the main one; its size is asked before it is unfolded. */
async function unfold(bytes: Uint8Array): Promise<Unfolded> {
  // The library is written for `require`; it is 1.5 MB of WebAssembly and loaded in this thread alone.
  const { HeifDecoder } = createRequire(import.meta.url)('libheif-js/wasm-bundle') as Libheif
  const images = new HeifDecoder().decode(bytes)
  const image = images.find((each) => each.is_primary()) ?? images[0]
  if (image === undefined) return refused('not_an_image')
  const [width, height] = [image.get_width(), image.get_height()]
  if (width * height > MAX_PIXELS) return refused('too_many_pixels')
  if (width * height === 0) return refused('not_an_image')
  const data = new Uint8ClampedArray(width * height * 4)
  const shown = await new Promise<object | null>((then) => image.display({ data, width, height }, then))
  if (shown === null) return refused('not_an_image')
  return { kind: 'pixels', pixels: { data: new Uint8Array(data.buffer), width, height } }
}

const unfolded = await unfold(jobInput<Uint8Array>()).catch(() => refused('not_an_image'))
done(unfolded, unfolded.kind === 'pixels' ? [unfolded.pixels.data.buffer] : [])
