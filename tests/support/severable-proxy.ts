import { connect, createServer, type Server, type Socket } from 'node:net'

/** A wire to the database that a test can cut. */
export interface SeverableProxy {
  url: string
  /** Lets nothing through any more and closes what is open: the database is away. */
  goAway(): Promise<void>
  comeBack(): Promise<void>
  /** Cuts the wire when the server answers the next message that holds this text: it was done, and nobody heard. */
  loseTheReplyTo(text: string): void
  /** Swallows everything from now on without a word, as a machine that lost its power does. */
  fallSilent(): void
  speakAgain(): void
}

export async function severableProxy(target: string): Promise<SeverableProxy> {
  const { hostname, port } = new URL(target)
  const open = new Set<Socket>()
  const mood: { losing?: string; silent: boolean } = { silent: false }
  const server = createServer((client) => join(client, connect(Number(port), hostname), mood, open))
  await listen(server, 0)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port')
  const url = new URL(target)
  url.port = String(address.port)
  return {
    url: url.href,
    goAway: () => {
      for (const socket of open) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
    comeBack: () => listen(server, address.port),
    loseTheReplyTo: (text) => (mood.losing = text),
    fallSilent: () => void (mood.silent = true),
    speakAgain: () => void (mood.silent = false),
  }
}

function join(client: Socket, backend: Socket, mood: { losing?: string; silent: boolean }, open: Set<Socket>): void {
  let cutNext = false
  client.on('data', (chunk) => {
    if (mood.silent) return
    if (mood.losing !== undefined && chunk.includes(mood.losing)) cutNext = true
    backend.write(chunk)
  })
  backend.on('data', (chunk) => {
    if (mood.silent) return
    if (cutNext) client.destroy()
    else client.write(chunk)
  })
  for (const [one, other] of [
    [client, backend],
    [backend, client],
  ] as const) {
    open.add(one)
    one.on('error', () => undefined)
    one.on('close', () => {
      open.delete(one)
      other.destroy()
    })
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
}
