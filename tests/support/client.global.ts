import { createHash } from 'node:crypto'
import { glob, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '../..')
const stamp = join(root, 'web/dist/.sources')

/** The client the browser tests look at is never older than its sources. */
export default async function setup(): Promise<void> {
  const sources = await hashSources()
  if ((await readFile(stamp, 'utf8').catch(() => '')) === sources) return
  await asProduction(() => build({ configFile: join(root, 'web/vite.config.ts'), logLevel: 'warn' }))
  await writeFile(stamp, sources)
}

// Vite believes NODE_ENV before its own mode, and a test runner says `test`: React would come in its development form.
async function asProduction(work: () => Promise<unknown>): Promise<void> {
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    await work()
  } finally {
    if (before === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = before
  }
}

async function hashSources(): Promise<string> {
  const patterns = [
    'web/{src,public}/**/*',
    'web/{index.html,vite.config.ts,package.json}',
    'shared/src/**/*',
    'pnpm-lock.yaml',
  ]
  const paths: string[] = []
  for await (const file of glob(patterns, { cwd: root, withFileTypes: true })) {
    if (file.isFile()) paths.push(join(file.parentPath, file.name))
  }
  const hash = createHash('sha256')
  for (const path of paths.toSorted()) hash.update(path.slice(root.length)).update(await readFile(path))
  return hash.digest('hex')
}
