import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { must } from '@dj/shared/platform/assert.ts'
import { z } from 'zod'

const dist = join(import.meta.dirname, '../../web/dist')
const Manifest = z.record(
  z.string(),
  z.object({ file: z.string(), isEntry: z.boolean().optional(), imports: z.array(z.string()).default([]) }),
)
type Manifest = z.infer<typeof Manifest>

/** Bytes of gzipped JavaScript that the built client loads for the member's list of orders, the entry included. */
export const memberListWeight = (): Promise<number> => routeWeight('src/build/orders/list/OrderListPage.tsx')

async function routeWeight(page: string): Promise<number> {
  const manifest = Manifest.parse(JSON.parse(await readFile(join(dist, '.vite/manifest.json'), 'utf8')))
  const entry = must(
    Object.keys(manifest).find((key) => manifest[key]?.isEntry),
    'the entry of the client',
  )
  const files = [...reach(manifest, [entry, page])]
  const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(join(dist, file))).length))
  return sizes.reduce((sum, size) => sum + size, 0)
}

function reach(manifest: Manifest, keys: readonly string[], files = new Set<string>()): Set<string> {
  for (const key of keys) {
    const { file, imports } = must(manifest[key], key)
    if (files.has(file)) continue
    files.add(file)
    reach(manifest, imports, files)
  }
  return files
}
