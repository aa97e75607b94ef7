import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import manifest from '../../package.json' with { type: 'json' }

const root = join(import.meta.dirname, '../..')
const READY = /(?:address|listening)\s+(http:\S+?)\/\n[\s\S]+ready in/

export interface ServerProcess {
  address: string
  child: ChildProcess
  /** Everything it has said so far. */
  said(): string
  /** Sends the signal and waits for the end; answers the exit code and how long it took. */
  end(signal?: NodeJS.Signals): Promise<{ code: number | null; ms: number }>
}

/** The server as `pnpm start` runs it, on a free port of this machine, with nothing of our own environment but what is given. */
export async function startServer(env: Record<string, string>): Promise<ServerProcess> {
  const { child, said, ended } = launchServer(env)
  const address = await waitFor(child, said, READY)
  return {
    address,
    child,
    said,
    end: async (signal = 'SIGTERM') => {
      const since = performance.now()
      child.kill(signal)
      return { code: await ended, ms: performance.now() - since }
    },
  }
}

export function launchServer(env: Record<string, string>) {
  const settings = { PATH: process.env['PATH'], API_ONLY: '1', PORT: '0', LOG_LEVEL: 'warn', ...env }
  const [, ...args] = manifest.scripts.start.split(' ')
  const child = spawn(process.execPath, args, { cwd: root, env: settings, stdio: ['ignore', 'pipe', 'pipe'] })
  let words = ''
  const hear = (chunk: Buffer) => (words += stripVTControlCharacters(chunk.toString()))
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, said: () => words, ended }
}

/** Waits until the process says something that matches; answers what the first group matched. */
export function waitFor(child: ChildProcess, said: () => string, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const match = pattern.exec(said())
      if (match) resolve(match[1] ?? '')
    }
    child.stdout?.on('data', look)
    child.once('close', () => reject(new Error(`the server ended before it said ${pattern}:\n${said()}`)))
    look()
  })
}
