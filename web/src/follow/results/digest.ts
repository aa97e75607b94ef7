const encoder = new TextEncoder()

const toHex = (bytes: ArrayBuffer | Uint8Array): string =>
  Array.from(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')

/** 64 lower-case hex digits nobody can foresee. */
export const randomHex64 = (): string => toHex(crypto.getRandomValues(new Uint8Array(32)))

export const sha256 = async (text: string): Promise<string> =>
  toHex(await crypto.subtle.digest('SHA-256', encoder.encode(text)))

/** HMAC-SHA-256 in hex under one secret, for many messages. */
export async function hmacUnder(secret: string): Promise<(message: string) => Promise<string>> {
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ])
  return async (message) => toHex(await crypto.subtle.sign('HMAC', key, encoder.encode(message)))
}

/** Browsers compute digests only on https and on this machine itself. */
export const canDigest = (): boolean => globalThis.crypto?.subtle !== undefined
