import { createHmac } from 'node:crypto'
import type { Input, Spec } from '../spec.ts'
import { parse } from 'hono/utils/cookie'
import { addressOf } from './caller-address.ts'
import { COOKIE_PREFIX } from './session-cookie.ts'

type Asked = Pick<Input<Spec>, 'request' | 'peer'> & { deps: { trustProxy?: boolean; salt: string } }

/**
 * Which browser this is, under a salted hash: by the mark it keeps from every sign-in, also after signing out. Null where nobody
 * ever signed in. It keeps a device on which staff saw a contact or a code from speaking for the requester, and no other.
 */
export function deviceOf({ request, deps }: Pick<Asked, 'request' | 'deps'>): string | null {
  const cookies = Object.entries(parse(request.headers.get('cookie') ?? ''))
  const kept = cookies.find(([name]) => name.endsWith(`${COOKIE_PREFIX}.device`))?.[1]
  const mark = /^[\w-]{22}/.exec(kept ?? '')?.[0]
  return mark === undefined ? null : hashed(`mark\n${mark}`, deps.salt)
}

/**
 * What makes it likely that two requests came from one device, and nothing else: a salted hash of the browser's name and the
 * network it called from. For a human who looks at suspicious patterns; never a ground by itself.
 */
export function traceOf({ request, peer, deps }: Asked): string | null {
  const agent = request.headers.get('user-agent')
  const address = addressOf({ headers: request.headers, peer }, deps.trustProxy === true)
  if (agent === null || address === null) return null
  return hashed(`${agent}\n${networkOf(address)}`, deps.salt)
}

const hashed = (words: string, salt: string) =>
  createHmac('sha256', salt).update(words).digest('base64url').slice(0, 22)

/** The first three numbers of an IPv4 address, the first three groups of an IPv6 one. */
export function networkOf(address: string): string {
  const v4 = address.replace(/^::ffff:/i, '')
  if (v4.includes('.')) return v4.split('.').slice(0, 3).join('.')
  return address.toLowerCase().split(':').slice(0, 3).join(':')
}
