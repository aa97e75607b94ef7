const encoder = new TextEncoder()
const isPrime = (n: number): boolean => {
  for (let by = 2; by * by <= n; by += 1) if (n % by === 0) return false
  return true
}
const primes = Array.from({ length: 310 }, (_, nth) => nth + 2).filter(isPrime)
const fraction = (n: number): number => ((n - Math.floor(n)) * 2 ** 32) | 0
const constants = primes.map((prime) => fraction(Math.cbrt(prime)))
const start = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))
const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** SHA-256 in hex. Its own, because the demo also runs on plain http, where a browser computes none. */
export const sha256 = (text: string): string => toHex(digest(encoder.encode(text)))

/** HMAC-SHA-256 in hex under one secret, for many messages. */
export function hmacUnder(secret: string): (message: string) => string {
  const bytes = encoder.encode(secret)
  const key = new Uint8Array(64)
  key.set(bytes.length > 64 ? digest(bytes) : bytes)
  const masked = (mask: number) => key.map((byte) => byte ^ mask)
  return (message) => toHex(digest(join(masked(0x5c), digest(join(masked(0x36), encoder.encode(message))))))
}

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length)
  joined.set(first)
  joined.set(second, first.length)
  return joined
}

function digest(message: Uint8Array): Uint8Array {
  const padded = new DataView(new ArrayBuffer((((message.length + 8) >> 6) + 1) << 6))
  message.forEach((byte, at) => padded.setUint8(at, byte))
  padded.setUint8(message.length, 0x80)
  padded.setUint32(padded.byteLength - 4, message.length * 8)
  let state = start
  for (let at = 0; at < padded.byteLength; at += 64) state = mix(state, wordsAt(padded, at))
  const result = new DataView(new ArrayBuffer(32))
  state.forEach((word, nth) => result.setInt32(nth * 4, word))
  return new Uint8Array(result.buffer)
}

function wordsAt(padded: DataView, at: number): number[] {
  const words = Array.from({ length: 16 }, (_, nth) => padded.getInt32(at + nth * 4))
  const word = (nth: number) => words[nth] ?? 0
  for (let nth = 16; nth < 64; nth += 1) {
    const [a, b] = [word(nth - 15), word(nth - 2)]
    const low = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)
    const high = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10)
    words.push((word(nth - 16) + low + word(nth - 7) + high) | 0)
  }
  return words
}

function mix(state: readonly number[], words: readonly number[]): number[] {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let nth = 0; nth < 64; nth += 1) {
    const chosen = (e & f) ^ (~e & g)
    const most = (a & b) ^ (a & c) ^ (b & c)
    const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + chosen + (constants[nth] ?? 0) + (words[nth] ?? 0)
    const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + most
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
  }
  return [a, b, c, d, e, f, g, h].map((word, nth) => (word + (state[nth] ?? 0)) | 0)
}
