import { execFile } from 'node:child_process'
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify, stripVTControlCharacters } from 'node:util'
import { underStartLock } from '@dj/db/embedded/start-lock.ts'
import { hashClientSources } from './client-sources.ts'

const run = promisify(execFile)
const STAMP = '.sources'

export interface ClientBuild {
  /** The folder of the repository. */
  root: string
  env: NodeJS.ProcessEnv
  say: (words: string) => void
  signal: AbortSignal
}

/** The folder with the built client. Built first when it is missing or older than its sources; a build is whole or not there. */
export async function builtClient({ say, ...build }: ClientBuild): Promise<string> {
  const { root } = build
  const dist = join(root, 'web/dist')
  if (!(await exists(join(root, 'web/src')))) return dist
  const sources = await hashClientSources(root)
  if (await isBuiltFrom(dist, sources)) return dist
  await underStartLock(join(root, 'web/.client-build.lock'), async () => {
    if (await isBuiltFrom(dist, sources)) return
    say('正在构建网页（首次启动需要一会儿）… Building the client (the first start takes a while) …')
    await buildInto(dist, sources, build)
  })
  return dist
}

async function buildInto(
  dist: string,
  sources: string,
  { root, env, signal }: Omit<ClientBuild, 'say'>,
): Promise<void> {
  const unfinished = join(root, 'web/.client-build')
  await rm(unfinished, { recursive: true, force: true })
  const args = [viteOf(root), 'build', '--outDir', unfinished, '--emptyOutDir', '--logLevel', 'warn']
  const options = { cwd: join(root, 'web'), env: { ...env, NODE_ENV: 'production' }, signal }
  await run(process.execPath, args, options).catch((error: unknown) => {
    const words =
      error instanceof Error && 'stderr' in error ? stripVTControlCharacters(String(error.stderr)).slice(0, 2_000) : ''
    throw new Error(`the client could not be built\n${words}`, { cause: error })
  })
  await writeFile(join(unfinished, STAMP), sources)
  await rm(dist, { recursive: true, force: true })
  await rename(unfinished, dist)
}

function viteOf(root: string): string {
  const manifest = createRequire(join(root, 'web/package.json')).resolve('vite/package.json')
  return join(dirname(manifest), 'bin/vite.js')
}

const isBuiltFrom = async (dist: string, sources: string): Promise<boolean> =>
  (await readFile(join(dist, STAMP), 'utf8').catch(() => '')) === sources

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
