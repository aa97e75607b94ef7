import { createHmac } from 'node:crypto'
import type { Input, Spec } from '../spec.ts'
import { addressOf } from './caller-address.ts'

type Asked = Pick<Input<Spec>, 'request' | 'peer'> & { deps: { trustProxy?: boolean; salt: string } }

/**
 * What tells that two requests came from one device, and nothing else: a salted hash of the browser's name and the network it called from.
 * For a human who looks at suspicious patterns; by itself it only keeps a device that showed a contact from speaking for the requester.
 */
export function deviceOf({ request, peer, deps }: Asked): string | null {
  const agent = request.headers.get('user-agent')
  const address = addressOf({ headers: request.headers, peer }, deps.trustProxy === true)
  if (agent === null || address === null) return null
  const device = `${agent}\n${networkOf(address)}`
  return createHmac('sha256', deps.salt).update(device).digest('base64url').slice(0, 22)
}

/** The first three numbers of an IPv4 address, the first three groups of an IPv6 one. */
export function networkOf(address: string): string {
  const v4 = address.replace(/^::ffff:/i, '')
  if (v4.includes('.')) return v4.split('.').slice(0, 3).join('.')
  return address.toLowerCase().split(':').slice(0, 3).join(':')
}
