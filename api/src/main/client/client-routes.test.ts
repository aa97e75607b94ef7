import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readClientFiles } from './client-files.ts'
import { clientRoutes } from './client-routes.ts'

const script = `console.log('${'needs '.repeat(400)}')`
const page = '<!doctype html><title>党建需求库</title>'
let dist = ''
let client: Hono

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'dj-dist-'))
  await mkdir(join(dist, 'assets'))
  await writeFile(join(dist, 'index.html'), page)
  await writeFile(join(dist, '.sources'), 'secret stamp')
  await writeFile(join(dist, 'sw.js'), '// worker')
  await writeFile(join(dist, 'assets/index-OpYx_478.js'), script)
  await writeFile(join(dist, 'mark.png'), 'png')
  client = clientRoutes(await readClientFiles(dist))
})
afterAll(() => rm(dist, { recursive: true }))

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  client.request(path, { headers, method })
const navigation = { accept: 'text/html,*/*', 'sec-fetch-mode': 'navigate' }

test('a file whose name changes with its content may be kept for ever; every other is asked for again', async () => {
  const asset = await get('/assets/index-OpYx_478.js')
  expect(asset.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  for (const path of ['/', '/index.html', '/sw.js', '/mark.png']) {
    expect((await get(path)).headers.get('cache-control')).toBe('no-cache')
  }
  expect((await get('/mark.png')).headers.get('content-type')).toBe('image/png')
})

test('scripts travel packed as the browser prefers, small files and pictures as they are', async () => {
  const packed = async (accepted: string, path = '/assets/index-OpYx_478.js') => {
    const reply = await get(path, { 'accept-encoding': accepted })
    return { encoding: reply.headers.get('content-encoding'), bytes: await reply.bytes() }
  }
  const brotli = await packed('gzip, deflate, br')
  expect([brotli.encoding, brotliDecompressSync(brotli.bytes).toString()]).toEqual(['br', script])
  const zipped = await packed('gzip, br;q=0')
  expect([zipped.encoding, gunzipSync(zipped.bytes).toString()]).toEqual(['gzip', script])
  expect((await packed('identity')).encoding).toBeNull()
  expect((await packed('br', '/mark.png')).encoding).toBeNull()
  expect((await packed('br', '/sw.js')).encoding).toBeNull()
})

test('who has the file already is told so, per encoding', async () => {
  const headers = { 'accept-encoding': 'br' }
  const etag = (await get('/assets/index-OpYx_478.js', headers)).headers.get('etag') ?? ''
  expect((await get('/assets/index-OpYx_478.js', { ...headers, 'if-none-match': `W/${etag}` })).status).toBe(304)
  expect((await get('/assets/index-OpYx_478.js', { 'if-none-match': etag })).status).toBe(200)
})

test('any address a person opens shows the client; a script, a lost file or the api does not get a page', async () => {
  expect(await (await get('/orders/7?tab=1', navigation)).text()).toBe(page)
  expect((await get('/orders/7', { accept: 'text/html' })).status).toBe(200)
  expect((await get('/orders/7', { accept: 'application/json' })).status).toBe(404)
  expect((await get('/orders/7', { accept: 'text/html', 'sec-fetch-mode': 'cors' })).status).toBe(404)
  for (const path of ['/assets/index-old.js', '/api/v1/nothing', '/api', '/metrics', '/healthz/x']) {
    expect([path, (await get(path, navigation)).status]).toEqual([path, 404])
  }
})

test('nothing outside the folder and nothing hidden can be reached', async () => {
  const ways = [
    '/../package.json',
    '/assets/../../etc/passwd',
    '/%2e%2e%2fetc/passwd',
    '/assets/..%2f..%2fpackage.json',
  ]
  for (const path of [...ways, '/.sources', '/assets', '/assets/'])
    expect([path, (await get(path)).status]).toEqual([path, 404])
})

test('HEAD says what GET would, without the body; nothing can be written', async () => {
  const head = await get('/assets/index-OpYx_478.js', {}, 'HEAD')
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, String(script.length), ''])
  expect((await get('/', {}, 'POST')).status).toBe(404)
})
