import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { serialize, parse } from 'hono/utils/cookie'
import { COOKIE_PREFIX, type CookieSettings } from '../../platform/http/guard/session-cookie.ts'

const KEPT_SECONDS = 400 * 24 * 60 * 60
/** Accounts one device is known for: a desk that several people share. The oldest goes first. */
const MOST = 12

/**
 * A mark that a browser keeps after a sign-in: a random id and, for each account that signed in there, a seal over both.
 * It opens nothing. It tells the owner's own device from a stranger, so that a stranger's guesses do not delay the owner.
 */
export class KnownDevices {
  readonly #cookie: CookieSettings
  readonly #name: string

  constructor(cookie: CookieSettings) {
    this.#cookie = cookie
    this.#name = `${cookie.secure ? '__Secure-' : ''}${COOKIE_PREFIX}.device`
  }

  /** The id of the device these headers come from, if this account signed in there before. */
  find(headers: Headers, account: string): string | null {
    const { id, seals } = this.#read(headers)
    const expected = this.#seal(id, account)
    return seals.some((seal) => same(seal, expected)) ? id : null
  }

  /** The cookie with which the device is known for this account from now on. */
  remember(headers: Headers, account: string): string {
    const { id, seals } = this.#read(headers)
    const mine = this.#seal(id, account)
    const kept = [mine, ...seals.filter((seal) => seal !== mine)].slice(0, MOST)
    const { secure } = this.#cookie
    return serialize(this.#name, [id, ...kept].join('.'), {
      path: '/api/v1',
      httpOnly: true,
      sameSite: 'Strict',
      maxAge: KEPT_SECONDS,
      secure,
    })
  }

  #read(headers: Headers): { id: string; seals: string[] } {
    const [id = '', ...seals] = (parse(headers.get('cookie') ?? '', this.#name)[this.#name] ?? '').split('.')
    const isOurs = /^[\w-]{22}$/.test(id) && seals.length <= MOST
    return isOurs ? { id, seals } : { id: randomBytes(16).toString('base64url'), seals: [] }
  }

  #seal(id: string, account: string): string {
    const seal = createHmac('sha256', this.#cookie.secret).update(`device\n${id}\n${account}`).digest('base64url')
    return seal.slice(0, 22)
  }
}

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
