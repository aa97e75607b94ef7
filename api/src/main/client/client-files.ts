import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

type Bytes = Uint8Array<ArrayBuffer>
export type Encoding = 'br' | 'gzip'

export interface ClientFile {
  type: string
  etag: string
  bytes: Bytes
  /** Its name changes with its content. */
  immutable: boolean
  /** Smaller by the encoding; done once, when first asked for. Undefined where it would not help. */
  packed: (encoding: Encoding) => Promise<Bytes> | undefined
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}
const packable = /^(text\/|application\/(json|manifest)|image\/svg)/
const SMALL = 1_024

/** Every file of the built client by its address. Only what is in this map can be asked for, so no path leads out of the folder. */
export async function readClientFiles(dist: string): Promise<ReadonlyMap<string, ClientFile>> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
  const read = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name)
    const address = path.slice(dist.length).split(sep).join('/')
    return [address, clientFile(address, new Uint8Array(await readFile(path)))] as const
  })
  return new Map(await Promise.all(read))
}

function clientFile(address: string, bytes: Bytes): ClientFile {
  const type = types[extname(address)] ?? 'application/octet-stream'
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  const done = new Map<Encoding, Promise<Bytes>>()
  const packed = (encoding: Encoding) => {
    if (!packable.test(type) || bytes.length < SMALL) return undefined
    const work = done.get(encoding) ?? pack(bytes, encoding)
    done.set(encoding, work)
    return work
  }
  return { type, etag, bytes, immutable: address.startsWith('/assets/'), packed }
}

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)]
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

const pack = async (bytes: Bytes, encoding: Encoding): Promise<Bytes> =>
  new Uint8Array(encoding === 'br' ? await brotli(bytes, QUALITY) : await zip(bytes, { level: 9 }))
