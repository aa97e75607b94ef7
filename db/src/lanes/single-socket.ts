import { connect, type Socket } from 'node:net'

const CONNECT_WITHIN_MS = 10_000

/** The part of the driver's options that says where the server is. */
export interface ServerAddress {
  host: string[]
  port: number[]
  path?: string | false
}

/** Gives one socket, once: asked again it refuses, so a client built on it can never move to a second connection. */
export function singleSocket(): (address: ServerAddress) => Promise<Socket> {
  let given = false
  return async (address) => {
    if (given) throw new Error('this connection is not made twice')
    given = true
    if (address.path) return connected(connect(address.path))
    return firstToAnswer(address)
  }
}

async function firstToAnswer({ host, port }: ServerAddress): Promise<Socket> {
  let failure: unknown = new Error('no host to connect to')
  for (const [index, name] of host.entries()) {
    try {
      const socket = await connected(connect({ host: name, port: Number(port[index]), noDelay: true }))
      return Object.assign(socket, { host: name, port: port[index] }) // the driver checks a certificate against `host`
    } catch (error) {
      failure = error
    }
  }
  throw failure
}

function connected(socket: Socket): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      socket.destroy()
      reject(error)
    }
    const tooSlow = () => fail(Object.assign(new Error('no answer to connect'), { code: 'CONNECT_TIMEOUT' }))
    socket.setTimeout(CONNECT_WITHIN_MS, tooSlow)
    socket.once('error', fail)
    socket.once('connect', () => {
      socket.setTimeout(0)
      socket.removeListener('timeout', tooSlow)
      socket.removeListener('error', fail)
      resolve(socket)
    })
  })
}
