import { expect, test } from 'vitest'
import { cookieOf, openSeal, sealedToken } from './session-cookie.ts'

const ours = { secret: 'ours', secure: false }
const headers = (cookie: string) => new Headers({ cookie })

test('a token comes out of the seal it went into, and out of no other', () => {
  const sealed = sealedToken(headers(`theme=dark; ${cookieOf('token', ours)}`), ours) ?? ''
  expect(openSeal(sealed, ours)).toBe('token')
  expect(openSeal(sealed, { ...ours, secret: 'theirs' })).toBeNull()
  expect(openSeal(sealed.replace('token', 'other'), ours)).toBeNull()
  for (const broken of ['', '.', 'token', 'token.', `${sealed}A`]) expect(openSeal(broken, ours)).toBeNull()
})

test('behind TLS the cookie has another name, which a plain connection cannot set', () => {
  const secure = { ...ours, secure: true }
  expect(cookieOf('token', secure)).toMatch(/^__Secure-/)
  expect(sealedToken(headers(cookieOf('token', ours)), secure)).toBeUndefined()
})
