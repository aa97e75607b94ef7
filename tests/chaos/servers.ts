import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { SECRET } from '../support/open-app.ts'
import { launchServer, waitFor } from '../support/server-process.ts'
import { processEnvironment } from './plant-environment.ts'
import { openRelay, type Relay } from './relay.ts'

const READY = /(?:address|listening)\s+(http:\S+?)\/\n[\s\S]+ready in/

/** One place of an API process: the process in it may die, and another takes its place. */
export interface Post {
  /** Of the process that is or was here last. */
  address: string
  isUp: boolean
  /** Requests sent here that have no reply yet. */
  underWay: number
  /** How often a process here ended without being told to. */
  falls: number
  /** Its line to the database. */
  line: Relay
  /** kill -9; another process is started at once and `isUp` when it is ready. */
  kill(): void
  /** SIGTERM: it finishes what it has and goes; another takes its place. */
  dismiss(): void
  signal(signal: 'SIGSTOP' | 'SIGCONT' | 'SIGUSR2'): void
}

export interface Servers {
  posts: readonly Post[]
  end(): Promise<void>
}

interface Wish {
  url: string
  folder: string
  count: number
  plant: string | undefined
  /** When the processes' clocks begin; otherwise now. */
  clock?: string
}

export async function startServers({ url, folder, count, plant, clock }: Wish): Promise<Servers> {
  const env = { AUTH_SECRET: SECRET, DEMO: '0', LOG_LEVEL: 'silent' }
  const lines = await Promise.all(Array.from({ length: count }, () => openRelay(Number(new URL(url).port))))
  const posts = lines.map((line, n) => {
    const there = Object.assign(new URL(url), { port: line.port }).href
    const own = { DATABASE_URL: there, DATA_DIR: join(folder, `api-${n}`) }
    return new Manned({ ...env, ...processEnvironment(plant, clock), ...own }, line)
  })
  const end = async () => {
    await Promise.all(posts.map((post) => post.end()))
    await Promise.all(lines.map((line) => line.end()))
  }
  const failure = await Promise.all(posts.map((post) => post.begin())).then(
    () => undefined,
    (error: unknown) => ({ error }),
  )
  if (failure) await end()
  if (failure) throw failure.error
  return { posts, end }
}

class Manned implements Post {
  address = ''
  isUp = false
  underWay = 0
  falls = 0
  readonly line: Relay
  readonly #env: Record<string, string>
  #server: ReturnType<typeof launchServer> | undefined
  #over = false
  #watch: Promise<void> = Promise.resolve()

  constructor(env: Record<string, string>, line: Relay) {
    this.#env = env
    this.line = line
  }

  async begin(): Promise<void> {
    const server = launchServer(this.#env)
    this.#server = server
    this.address = await waitFor(server.child, server.said, READY)
    this.isUp = true
    this.#watch = server.ended.then(() => this.#replace())
  }

  kill(): void {
    this.isUp = false
    this.#server?.child.kill('SIGKILL')
  }

  dismiss(): void {
    this.isUp = false
    this.#server?.child.kill('SIGTERM')
  }

  signal(signal: 'SIGSTOP' | 'SIGCONT' | 'SIGUSR2'): void {
    this.#server?.child.kill(signal)
  }

  async end(): Promise<void> {
    this.#over = true
    this.kill()
    await this.#server?.ended
    await this.#watch
  }

  /** A start that meets a database just crashed gives up, and the next one is made, as a supervisor would. */
  async #replace(): Promise<void> {
    if (this.isUp) this.falls += 1
    this.isUp = false
    while (!this.#over && !this.isUp) await this.begin().catch(() => pause(200))
    if (this.#over) this.kill()
  }
}
