import { BlockList, isIPv6 } from 'node:net'
import { createMiddleware } from 'hono/factory'
import type { Logger } from 'pino'
import { addressOf } from './caller-address.ts'
import { peerOf } from './peer.ts'

const near = new BlockList()
for (const [network, bits] of [
  ['10.0.0.0', 8],
  ['127.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  near.addSubnet(network, bits)
near.addAddress('::1', 'ipv6')
near.addSubnet('fc00::', 7, 'ipv6')
near.addSubnet('fe80::', 10, 'ipv6')

export const ALL_ONE_ADDRESS =
  '前面有反向代理，但没有设置 TRUST_PROXY=1：所有人会被算作同一个地址，登录和提交的频率限制会互相影响。' +
  ' A proxy stands in front, but TRUST_PROXY=1 is not set: everybody counts as one address and shares its limits.'

/** Says once in the log that a proxy of ours hands on its callers' addresses and is not believed. */
export function warnOfUntrustedProxy(log: Logger, trustProxy: boolean) {
  let isSaid = trustProxy
  return createMiddleware(async (c, next) => {
    if (!isSaid && c.req.header('x-forwarded-for') !== undefined && isNear(peerOf(c.env))) {
      isSaid = true
      log.warn(ALL_ONE_ADDRESS)
    }
    await next()
  })
}

/** Of this machine or a private network: where a proxy of ours would be. */
function isNear(peer: string | null): boolean {
  const address = addressOf({ headers: new Headers(), peer }, false)
  return address !== null && near.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}
