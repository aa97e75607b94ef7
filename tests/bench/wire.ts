import { connect, type Socket } from 'node:net'

/** What one request got. */
export interface Answer {
  status: number
  body: string
}

/**
 * One keep-alive connection that sends ready-made requests one after another. The client shares the machine with what it
 * measures, so it does as little as it can; a general one takes as much of a processor as the server.
 */
export class Wire {
  readonly #socket: Socket
  #pending: { resolve(answer: Answer): void; reject(error: Error): void } | undefined
  #received: Buffer[] = []

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('data', (chunk) => this.#take(chunk))
    socket.on('error', (error) => this.#pending?.reject(error))
    socket.on('close', () => this.#pending?.reject(new Error('the server closed the connection')))
  }

  static open(port: number): Promise<Wire> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new Wire(socket)))
      socket.once('error', reject)
    })
  }

  ask(request: string | Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#pending = { resolve, reject }
      this.#received = []
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#pending = undefined
    this.#socket.destroy()
  }

  #take(chunk: Buffer): void {
    this.#received.push(chunk)
    const all = this.#received.length === 1 ? chunk : Buffer.concat(this.#received)
    const answer = answerIn(all)
    if (!answer) return
    const pending = this.#pending
    this.#pending = undefined
    pending?.resolve(answer)
  }
}

/** The whole answer, once all of it is there. */
function answerIn(bytes: Buffer): Answer | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = bytes.toString('latin1', 0, end).toLowerCase()
  const length = /\r\ncontent-length: *(\d+)/.exec(head)?.[1]
  const whole =
    length === undefined
      ? bytes.subarray(-5).toString('latin1') === '0\r\n\r\n'
      : bytes.length >= end + 4 + Number(length)
  return whole ? { status: Number(head.slice(9, 12)), body: bytes.toString('utf8', end + 4) } : undefined
}

/** A request as it goes over the wire. */
export function requestOf(
  method: 'GET' | 'POST',
  path: string,
  headers: Record<string, string> = {},
  body = '',
): string {
  const lines = Object.entries({ host: '127.0.0.1', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  const length =
    method === 'POST' ? `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n` : ''
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}${length}\r\n${body}`
}
