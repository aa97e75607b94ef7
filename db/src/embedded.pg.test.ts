import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { expect, test as base } from 'vitest'
import { startEmbedded } from './embedded.ts'
import { isAlive } from './embedded/postmaster.ts'

const test = base.extend<{ dataDir: string }>({
  dataDir: async ({ task }, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), `dj-embedded-${task.id.length}-`))
    await use(dataDir)
    const left = await startEmbedded({ dataDir, fast: true })
    await left.stop()
    await rm(dataDir, { recursive: true })
  },
})

async function ask(url: string, statement: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => undefined })
  try {
    return await sql.unsafe(statement)
  } finally {
    await sql.end()
  }
}

const postmasterOf = async (dataDir: string): Promise<number> =>
  Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])

/** A process that starts the server and is then killed, as by `kill -9`. */
async function startedByAKilledProcess(dataDir: string): Promise<void> {
  const module = JSON.stringify(join(import.meta.dirname, 'embedded.ts'))
  const script = `const { startEmbedded } = await import(${module}); await startEmbedded({ dataDir: process.argv[1], fast: true }); process.kill(process.pid, 'SIGKILL')`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script, dataDir], { stdio: 'ignore' })
  await once(child, 'exit')
}

test('what was stored is there after a stop and a second start, on the same port', async ({ dataDir }) => {
  const first = await startEmbedded({ dataDir })
  await ask(first.url, 'create table kept as select 7 as seven')
  await first.stop()
  await expect(ask(first.url, 'select 1')).rejects.toThrow('ECONNREFUSED')
  const second = await startEmbedded({ dataDir })
  expect(second.url).toBe(first.url)
  expect(await ask(second.url, 'select seven from kept')).toEqual([{ seven: 7 }])
  await second.stop()
})

test('a server whose starter was killed is taken over, and stopped by its new owner', async ({ dataDir }) => {
  await startedByAKilledProcess(dataDir)
  const pid = await postmasterOf(dataDir)
  const { url, stop } = await startEmbedded({ dataDir, fast: true })
  expect(await postmasterOf(dataDir)).toBe(pid)
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
  await stop()
  await expect(ask(url, 'select 1')).rejects.toThrow('ECONNREFUSED')
})

test('a server that was killed as well is cleaned up after and started again', async ({ dataDir }) => {
  await startedByAKilledProcess(dataDir)
  const pid = await postmasterOf(dataDir)
  process.kill(pid, 'SIGKILL')
  await expect.poll(() => isAlive(pid), { interval: 5, timeout: 10_000 }).toBe(false)
  const { url, stop } = await startEmbedded({ dataDir, fast: true })
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
  await stop()
})

test('two starts at once share one server, sorted by code point, heard by this machine alone', async ({ dataDir }) => {
  const [one, two] = await Promise.all([startEmbedded({ dataDir, fast: true }), startEmbedded({ dataDir, fast: true })])
  expect(one.url).toBe(two.url)
  const [facts] = await ask(
    one.url,
    `select current_setting('listen_addresses') as heard, current_setting('unix_socket_directories') as sockets,
      current_setting('server_encoding') as encoding, datlocprovider as provider, datlocale as locale
      from pg_database where datname = current_database()`,
  )
  expect(facts).toEqual({ heard: '127.0.0.1', sockets: '', encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' })
  await one.stop()
})

test('the password is random, and its file is readable by its owner only', async ({ dataDir }) => {
  const { url, stop } = await startEmbedded({ dataDir, fast: true })
  const { mode } = await stat(join(dataDir, 'postgres.json'))
  expect(mode & 0o777).toBe(0o600)
  const stranger = new URL(url)
  stranger.password = 'postgres'
  await expect(ask(stranger.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  await stop()
})

test('in a folder that nobody else may enter it runs with no right over the files of others', async ({ dataDir }) => {
  const closed = join(dataDir, '只有 我')
  await mkdir(closed, { mode: 0o700 })
  for (const round of ['made', 'started again']) {
    const { url, stop } = await startEmbedded({ dataDir: closed, fast: true })
    expect([round, await ask(url, 'select 1 as one')]).toEqual([round, [{ one: 1 }]])
    const pid = await postmasterOf(closed)
    const { rights, uid } = await rightsOf(pid)
    expect(uid).not.toBe(0)
    expect(rights).toBe('0000000000000000')
    await stop()
  }
})

async function rightsOf(pid: number): Promise<{ rights: string | undefined; uid: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return { rights: /CapEff:\s+(\S+)/.exec(status)?.[1], uid: Number(/Uid:\s+(\d+)/.exec(status)?.[1]) }
}
