import { createHmac, timingSafeEqual } from 'node:crypto'
import { parse } from 'hono/utils/cookie'

export interface CookieSettings {
  secret: string
  /** Behind TLS: the cookie is sent over TLS only and its name says so. */
  secure: boolean
}

export const COOKIE_PREFIX = 'dj'
export const cookieName = (secure: boolean): string => `${secure ? '__Secure-' : ''}${COOKIE_PREFIX}.session_token`

/** The sealed token these headers carry, unread. */
export function sealedToken(headers: Headers, { secure }: CookieSettings): string | undefined {
  const name = cookieName(secure)
  return parse(headers.get('cookie') ?? '', name)[name]
}

/** The token, if the seal is ours: a token read from the database alone opens nothing. */
export function openSeal(sealed: string, { secret }: CookieSettings): string | null {
  const dot = sealed.lastIndexOf('.')
  if (dot < 1) return null
  const token = sealed.slice(0, dot)
  const given = Buffer.from(sealed.slice(dot + 1))
  const expected = Buffer.from(signature(token, secret))
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null
}

/** The cookie of a session, as a browser sends it back. */
export const cookieOf = (token: string, { secret, secure }: CookieSettings): string =>
  `${cookieName(secure)}=${encodeURIComponent(`${token}.${signature(token, secret)}`)}`

const signature = (token: string, secret: string): string => createHmac('sha256', secret).update(token).digest('base64')
