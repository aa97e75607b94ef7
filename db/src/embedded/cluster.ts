import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type Account, giveTo, serverAccount, workplace } from './account.ts'
import { type Binaries, findBinaries } from './binaries.ts'

/** What is remembered between starts, in a file only its owner can read. */
interface Memory {
  password: string
  port: number
  ownerPid: number
}

export interface Cluster {
  dataDir: string
  pgData: string
  binaries: Binaries
  account: Account | undefined
  memory: Memory
}

export async function openCluster(dataDirOption: string, port: number | undefined): Promise<Cluster> {
  const dataDir = resolve(dataDirOption)
  await mkdir(dataDir, { recursive: true })
  const [account, remembered] = await Promise.all([serverAccount(), recall(dataDir)])
  const binaries = await findBinaries(account)
  const pgData = join(dataDir, 'postgres')
  const isNew = !(await exists(pgData))
  if (!isNew && !remembered)
    throw new Error(`${pgData} has a database, but ${dataDir}/postgres.json with its password is gone`)
  const memory = remembered ?? { password: randomBytes(18).toString('base64url'), port: 0, ownerPid: 0 }
  if (port !== undefined) memory.port = port
  const cluster = { dataDir, pgData, binaries, account, memory }
  await remember(cluster)
  if (isNew) await initialise(cluster)
  return cluster
}

export function urlOf({ memory }: Cluster): string {
  return `postgres://postgres:${memory.password}@127.0.0.1:${memory.port}/postgres`
}

export async function remember({ dataDir, memory }: Cluster): Promise<void> {
  const path = join(dataDir, 'postgres.json')
  await writeFile(`${path}.new`, JSON.stringify(memory), { mode: 0o600 })
  await rename(`${path}.new`, path)
}

export async function recall(dataDir: string): Promise<Memory | undefined> {
  const text = await readFile(join(dataDir, 'postgres.json'), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as Memory)
}

/** Made beside its place and moved there when whole, so that an interrupted first start leaves nothing half made. */
async function initialise(cluster: Cluster): Promise<void> {
  const { account, dataDir, memory, pgData } = cluster
  const unfinished = `${pgData}.new`
  const passwordFile = join(dataDir, 'postgres.password')
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  await writeFile(passwordFile, memory.password, { mode: 0o600 })
  await Promise.all([giveTo(account, unfinished), giveTo(account, passwordFile)])
  try {
    await initdb(cluster, unfinished, passwordFile)
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(unfinished, pgData)
}

async function initdb({ account, binaries }: Cluster, folder: string, passwordFile: string): Promise<void> {
  const { here, options } = await workplace(account, folder)
  // Where the folder has no path for the account the file has none either, and is handed over open.
  const password = here === folder ? passwordFile : '/proc/self/fd/0'
  const args = ['--pgdata', here, '--username=postgres', '--pwfile', password, '--auth=scram-sha-256']
  // The built-in C.UTF-8 sorts by code point and never changes with the machine's libraries, so no index can rot.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const file = await open(passwordFile)
  const io = { env: serverEnvironment(), stdio: [file.fd, 'ignore', 'pipe'] } satisfies SpawnOptions
  const child = spawn(binaries.initdb, [...args, ...locale], { ...options, ...io })
  let words = ''
  child.stderr?.on('data', (chunk: Buffer) => (words += chunk.toString()))
  const [code] = await once(child, 'close').finally(() => file.close())
  if (code !== 0) throw new Error(`the database could not be made in ${folder}: ${words.slice(-2_000)}`)
}

/** Nothing of the caller's environment (PGHOST, LC_ALL, TZ …) may colour the server. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], SystemRoot: process.env['SystemRoot'], LC_ALL: 'C', TZ: 'UTC' }
}

/** The remembered port while nobody else listens there, else a free one. */
export async function choosePort(wanted: number): Promise<number> {
  const server = createServer()
  const listening = await new Promise<boolean>((settle) => {
    server.once('error', () => settle(false))
    server.listen({ port: wanted, host: '127.0.0.1' }, () => settle(true))
  })
  if (!listening) return choosePort(0)
  const address = server.address()
  await new Promise((settle) => server.close(settle))
  if (address === null || typeof address === 'string') throw new Error('no free port on 127.0.0.1')
  return address.port
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
