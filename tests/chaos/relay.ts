import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** The line between one API process and the database, which can be slow or die without a word. */
export interface Relay {
  port: number
  /** From now on each chunk waits so long, in either direction; 0 is the sound line. */
  slow(ms: number): void
  /** As when a firewall forgets its connections: those open now say nothing more, and nobody is told; new ones are well. */
  forget(): void
  end(): Promise<void>
}

export async function openRelay(targetPort: number): Promise<Relay> {
  let delayMs = 0
  let lines = new Set<Line>()
  const all = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(targetPort, '127.0.0.1')
    const line: Line = { isDead: false }
    lines.add(line)
    for (const socket of [near, far]) {
      all.add(socket)
      socket.setNoDelay()
      socket.once('close', () => all.delete(socket))
      socket.on('error', () => undefined)
    }
    const over = () => {
      lines.delete(line)
      // What was forgotten stays open: whoever is at the other end has to find out.
      if (!line.isDead) for (const socket of [near, far]) socket.destroy()
    }
    const carry = async (from: Socket, to: Socket) => {
      try {
        for await (const chunk of from) {
          if (delayMs > 0) await pause(delayMs)
          if (line.isDead || to.destroyed || to.write(chunk as Buffer)) continue
          await Promise.race([once(to, 'drain'), once(to, 'close')])
        }
      } catch {
        // Broken off: the other side is told by its own end.
      }
      over()
    }
    void carry(near, far)
    void carry(far, near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the relay has no port')
  return {
    port: address.port,
    slow: (ms) => void (delayMs = ms),
    forget: () => {
      for (const line of lines) line.isDead = true
      lines = new Set()
    },
    end: async () => {
      for (const socket of all) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

interface Line {
  isDead: boolean
}
