import { createHash } from 'node:crypto'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const patterns = [
  'web/{src,public}/**/*',
  'web/{index.html,vite.config.ts,package.json}',
  'shared/src/**/*',
  'pnpm-lock.yaml',
]

/** The hash of everything the client is built from; what was built from the same needs no building. */
export async function hashClientSources(root: string): Promise<string> {
  const paths: string[] = []
  for await (const file of glob(patterns, { cwd: root, withFileTypes: true })) {
    if (file.isFile()) paths.push(join(file.parentPath, file.name))
  }
  const hash = createHash('sha256')
  for (const path of paths.toSorted()) hash.update(path.slice(root.length)).update(await readFile(path))
  return hash.digest('hex')
}
