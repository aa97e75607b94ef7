import { isIP, isIPv4 } from 'node:net'
import type { Caller } from '../../accounts.ts'

/** The address of whoever calls, as `normal` writes it. What a caller writes into x-forwarded-for itself stands before what our proxy added. */
export function addressOf({ headers, peer }: Caller, trustProxy: boolean): string | null {
  const seenByProxy = trustProxy ? headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return normal(withoutPort(seenByProxy ?? '')) ?? normal(peer ?? '')
}

/** Whom a limit counts: an IPv4 address, or the /64 that is one line of IPv6. Callers without an address are one. */
export const lineOf = (address: string | null): string => prefixOf(address, 4)

/** What one customer of a provider may hold: an IPv4 address, or a /48 of IPv6. */
export const siteOf = (address: string | null): string => prefixOf(address, 3)

/** Some proxies add the port: 192.0.2.1:443, [2001:db8::1]:443. */
const withoutPort = (text: string): string =>
  /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? text.replace(/^([\d.]+):\d+$/, '$1')

/** One spelling an address; an IPv4 address that came through an IPv6 socket is an IPv4 address. Null for what is none. */
function normal(text: string): string | null {
  const address = text.replace(/%.*$/, '')
  if (isIP(address) === 0) return null
  if (isIPv4(address)) return address
  const short = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const mapped = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(short)
  if (!mapped) return short
  return mapped
    .slice(1)
    .flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255])
    .join('.')
}

function prefixOf(address: string | null, groups: number): string {
  if (address === null || isIPv4(address)) return address ?? 'unknown'
  const [head = [], tail] = address.split('::').map((half) => half.split(':').filter((group) => group !== ''))
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - head.length - tail.length }, () => '0')
  return [...head, ...zeros, ...(tail ?? [])].slice(0, groups).join(':')
}
