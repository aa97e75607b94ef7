import { once } from 'node:events'
import type { Server } from 'node:http'
import type { Logger } from 'pino'
import { BadSettings, type Config, readConfig } from '../config.ts'
import { createLog } from '../../platform/log.ts'
import { addressOf, announcement } from './announce.ts'
import { Closers } from './closers.ts'
import { Door } from './door.ts'
import type { House } from './open-house.ts'
import { refuseOpenDemo } from './open-demo.ts'
import { startDatabase } from './start-database.ts'

/** All in all: what is not closed by then is given up, and the next start recovers from it. */
const STOPPED_WITHIN_MS = 14_500
const REQUESTS_END_WITHIN_MS = 10_000
/** A package manager passes on a Ctrl-C that reached us already. */
const SAME_PRESS_MS = 1_000

export interface Outside {
  /** The folder of the repository. */
  root: string
  env: NodeJS.ProcessEnv
  terminal: boolean
  listen: (server: Server, port: number, host: string) => void
  say: (words: string) => void
  complain: (words: string) => void
  exit: (code: number) => never
}

/** One process of the server, from its first word to its last. */
export class Run {
  readonly #outside: Outside
  readonly #config: Config
  readonly #log: Logger
  readonly #closers: Closers
  readonly #door = new Door()
  #house: House | undefined
  #started: Promise<void> = Promise.resolve()
  #stoppingSince: number | undefined

  constructor(outside: Outside) {
    this.#outside = outside
    this.#config = settingsOf(outside)
    this.#log = createLog(this.#config.logLevel)
    this.#closers = new Closers(this.#log)
  }

  get #isStopping(): boolean {
    return this.#stoppingSince !== undefined
  }

  begin(): Promise<void> {
    this.#started = this.#start().catch((error: unknown) => (this.#isStopping ? undefined : this.#giveUp(error)))
    return this.#started
  }

  async #start(): Promise<void> {
    const { listen, root, env, say } = this.#outside
    await refuseOpenDemo(this.#config)
    listen(this.#door.server, this.#config.port, this.#config.host)
    await once(this.#door.server, 'listening')
    const { openHouse, database } = await this.#prepare()
    const around = { root, env, say, log: this.#log, closers: this.#closers, isStopping: () => this.#isStopping }
    const house = await openHouse(this.#config, { ...around, database })
    if (this.#isStopping) return
    this.#house = house
    this.#door.open((request, bindings) => house.app.fetch(request, bindings))
    const [address, readyMs] = [this.#address(), performance.now()]
    const { firstCounty, demoClock } = house
    say(announcement({ address, publicUrl: this.#config.publicUrl, readyMs, firstCounty, demoClock }))
    this.#log.info({ address, readyMs: Math.round(readyMs) }, 'ready')
    await house.startWork()
  }

  /** The database starts while the program is still being read. */
  async #prepare() {
    const database = startDatabase(this.#config, { closers: this.#closers, log: this.#log })
    database.catch(() => undefined) // whoever waits for it hears of it
    const { openHouse } = await import('./open-house.ts')
    return { openHouse, database }
  }

  /** Ctrl-C: whoever is being served is served to the end. A second one does not wait. */
  stop(): void {
    const { exit, say } = this.#outside
    if (this.#stoppingSince !== undefined) {
      if (performance.now() - this.#stoppingSince > SAME_PRESS_MS) exit(130)
      return
    }
    this.#stoppingSince = performance.now()
    say('正在停止，请稍候（再按一次 Ctrl-C 立即退出）… Stopping …')
    setTimeout(() => exit(1), STOPPED_WITHIN_MS).unref()
    void this.#leave().then(() => exit(0))
  }

  async #leave(): Promise<void> {
    await Promise.allSettled([this.#house?.quieten(), this.#door.close(REQUESTS_END_WITHIN_MS)])
    await this.#closers.close()
    await this.#started // a start that was still under way has nothing left to stand on
    await this.#closers.close()
    this.#log.info('stopped')
  }

  async #giveUp(error: unknown): Promise<never> {
    const { complain, exit } = this.#outside
    const { port } = this.#config
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    if (taken) complain(`端口 ${port} 已被占用，请用 PORT=… 换一个。Port ${port} is taken: choose another with PORT=…`)
    else complain(`启动失败 The server could not start: ${error instanceof Error ? error.message : String(error)}`)
    if (!taken) this.#log.fatal({ err: error }, 'the server could not start')
    await this.#closers.close()
    return exit(1)
  }

  #address(): string {
    const { host, port } = this.#config
    const bound = this.#door.server.address()
    return addressOf(host, typeof bound === 'object' && bound !== null ? bound.port : port)
  }
}

function settingsOf({ env, terminal, complain, exit }: Outside): Config {
  try {
    return readConfig(env, { terminal })
  } catch (error) {
    if (!(error instanceof BadSettings)) throw error
    complain(`设置有误 Settings that cannot be used:\n${error.message}`)
    return exit(2)
  }
}
