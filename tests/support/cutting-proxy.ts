import { connect, createServer, type Socket } from 'node:net'

/** When a wire is cut: once the server has answered, or the client has sent, so many bytes. */
export interface Cut {
  after: number
  of: 'answers' | 'questions'
  /** A polite end, or a reset. */
  by: 'FIN' | 'RST'
}

/** A wire to the database whose first connection is cut at one moment; those after it are left alone. */
export interface CuttingProxy {
  url: string
  /** What went over the first connection, chunk by chunk. */
  answers: Buffer[]
  questions: Buffer[]
  end(): Promise<void>
}

export async function cuttingProxy(target: string, cut?: Cut): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target)
  const heard: Record<Cut['of'], Buffer[]> = { answers: [], questions: [] }
  const open = new Set<Socket>()
  let isFirst = true
  const server = createServer((client) => {
    const backend = connect({ port: Number(port), host: hostname, noDelay: true })
    const wire = { client: client.setNoDelay(true), backend }
    for (const socket of [client, backend]) keep(open, socket)
    for (const [one, other] of [[client, backend] as const, [backend, client] as const])
      one.on('close', () => other.destroy())
    if (isFirst) joinFirst(wire, heard, cut)
    else client.pipe(backend).pipe(client)
    isFirst = false
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  const url = new URL(target)
  url.port = String(typeof address === 'object' ? address?.port : '')
  const end = async () => {
    for (const socket of open) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
  return { url: url.href, ...heard, end }
}

function joinFirst(
  { client, backend }: { client: Socket; backend: Socket },
  heard: Record<Cut['of'], Buffer[]>,
  cut: Cut | undefined,
): void {
  const left = { answers: Infinity, questions: Infinity }
  if (cut) left[cut.of] = cut.after
  const pass = (of: Cut['of'], chunk: Buffer) => {
    heard[of].push(chunk)
    const allowed = chunk.subarray(0, left[of])
    left[of] -= allowed.length
    const to = of === 'answers' ? client : backend
    if (allowed.length > 0 && to.writable) to.write(allowed)
    if (left[of] === 0) sever(client, cut)
  }
  backend.on('data', (chunk) => pass('answers', chunk))
  client.on('data', (chunk) => pass('questions', chunk))
  if (cut?.after === 0) sever(client, cut)
}

function sever(client: Socket, cut: Cut | undefined): void {
  if (cut?.by === 'RST') client.write('', () => client.resetAndDestroy())
  else client.end()
}

function keep(open: Set<Socket>, socket: Socket): void {
  open.add(socket)
  socket.on('error', () => undefined)
  socket.on('close', () => open.delete(socket))
}
