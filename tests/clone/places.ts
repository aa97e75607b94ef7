import { execFile } from 'node:child_process'
import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')

/** A fresh clone, and who works in it. */
export interface Place {
  clone: string
  who: { uid?: number; gid?: number }
  env: NodeJS.ProcessEnv
  remove(): Promise<void>
}

export const places: Record<string, () => Promise<Place>> = {
  /** In a folder of ours that nobody else can enter: for root, under /root. */
  closed: async () => {
    const folder = await mkdtemp(join(homedir(), 'dj-clone-'))
    return cloned(folder, {}, homedir())
  },
  /** As somebody without rights, whose home is empty: all packages are fetched anew. */
  user: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dj-clone-'))
    await chmod(folder, 0o755)
    const who: Place['who'] = process.getuid?.() === 0 ? await accountOf('nobody') : {}
    const home = join(folder, 'home')
    await mkdir(home)
    if (who.uid !== undefined) await Promise.all([folder, home].map((path) => chown(path, who.uid ?? 0, who.gid ?? 0)))
    return cloned(folder, who, home)
  },
}

async function cloned(folder: string, who: Place['who'], home: string): Promise<Place> {
  const clone = join(folder, '党建 需求库')
  const { stdout: registry } = await run('npm', ['config', 'get', 'registry'], { cwd: root })
  const env = { PATH: withoutOurs(process.env['PATH']), HOME: home, npm_config_registry: registry.trim() }
  const git = [
    '-c',
    `safe.directory=${root}`,
    '-c',
    'safe.directory=*',
    'clone',
    '--quiet',
    '--no-hardlinks',
    '--depth=1',
  ]
  await run('git', [...git, `file://${root}`, clone], { env: { ...env, HOME: homedir() } })
  if (who.uid !== undefined) await run('chown', ['-R', `${who.uid}:${who.gid}`, clone])
  return {
    clone,
    who,
    env,
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }),
  }
}

/** What pnpm puts in front is of this copy, and the clone has none yet. */
function withoutOurs(path = ''): string {
  return path
    .split(':')
    .filter((each) => !each.includes('node_modules'))
    .join(':')
}

async function accountOf(name: string): Promise<{ uid: number; gid: number }> {
  const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}
