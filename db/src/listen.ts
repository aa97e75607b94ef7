import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { clientOptions, type ConnectionSettings } from './connection-settings.ts'
import { type ServerAddress, singleSocket } from './lanes/single-socket.ts'

export interface Listener {
  end(): Promise<void>
}

interface Hearing {
  heard: (payload: string) => void
  /** True from the moment nothing is missed, false from the moment something may be. */
  listening: (on: boolean) => void
}

const RETRY_MS = 250

/** Listens to what is announced on `channel`, on a connection of its own that is made anew whenever it is lost. */
export function listen(url: string, channel: string, settings: ConnectionSettings, hearing: Hearing): Listener {
  const stop = new AbortController()
  const running = (async () => {
    while (!stop.signal.aborted) {
      await listenOnce(url, channel, settings, hearing, stop.signal).catch(() => undefined)
      hearing.listening(false)
      await pause(RETRY_MS, undefined, { signal: stop.signal }).catch(() => undefined)
    }
  })()
  const end = () => {
    stop.abort()
    return running
  }
  return { end }
}

async function listenOnce(
  url: string,
  channel: string,
  settings: ConnectionSettings,
  { heard, listening }: Hearing,
  signal: AbortSignal,
): Promise<void> {
  const { promise: lost, resolve: lose } = Promise.withResolvers<void>()
  const connectOnce = singleSocket()
  // The driver listens on a client inside the client and tells nobody when it is gone: the socket does.
  const socket = async (address: ServerAddress) => (await connectOnce(address)).once('close', () => lose())
  const options = { ...clientOptions(settings), max: 1, socket }
  const sql = postgres(url, options)
  signal.addEventListener('abort', () => lose())
  try {
    await sql.listen(channel, heard)
    listening(true)
    await lost
  } finally {
    await sql.end({ timeout: 0 })
  }
}
