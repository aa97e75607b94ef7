import { type Context, Hono, type Next } from 'hono'
import type { ClientFile, Encoding } from './client-files.ts'

const INDEX = '/index.html'

/** The client's files, and its one page for every address a person may open. Everything else is left to who comes after. */
export function clientRoutes(files: ReadonlyMap<string, ClientFile>): Hono {
  const routes = new Hono()
  routes.get('*', async (c: Context, next: Next) => {
    const { path } = c.req
    const file = files.get(path === '/' ? INDEX : path) ?? (opensAPage(c) ? files.get(INDEX) : undefined)
    return file ? send(c, file) : next()
  })
  return routes
}

/** A person going somewhere, not a script asking for data or a file that is gone. */
function opensAPage({ req }: Context): boolean {
  if (/^\/(api|assets|healthz|readyz|metrics)(\/|$)/.test(req.path)) return false
  const mode = req.header('sec-fetch-mode')
  if (mode !== undefined) return mode === 'navigate'
  return req.header('accept')?.includes('text/html') === true
}

async function send(c: Context, file: ClientFile): Promise<Response> {
  const encoding = wanted(c.req.header('accept-encoding') ?? '')
  const packed = encoding && file.packed(encoding)
  const headers = new Headers({
    etag: packed ? file.etag.replace(/"$/, `-${encoding}"`) : file.etag,
    'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
  })
  if (isKnown(c.req.header('if-none-match'), headers.get('etag') ?? ''))
    return new Response(null, { status: 304, headers })
  const bytes = packed ? await packed : file.bytes
  headers.set('content-type', file.type)
  headers.set('content-length', String(bytes.length))
  if (packed && encoding) headers.set('content-encoding', encoding)
  return new Response(bytes, { headers })
}

function wanted(accepted: string): Encoding | undefined {
  const offers = accepted.split(',').map((each) => each.trim().split(/\s*;\s*q=/))
  const takes = (name: string) => offers.some(([offer, quality]) => offer === name && Number(quality ?? 1) > 0)
  if (takes('br')) return 'br'
  return takes('gzip') ? 'gzip' : undefined
}

const isKnown = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((each) => each.trim().replace(/^W\//, '') === etag) === true
