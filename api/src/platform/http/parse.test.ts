import { codeOf } from './on-error.ts'
import { expect, test } from 'vitest'
import { jsonBody } from './parse.ts'

const sent = (body: string) =>
  new Request('http://localhost', { method: 'POST', body, headers: { 'content-type': 'application/json' } })
const refusalOf = (body: string) =>
  jsonBody(sent(body)).then(
    () => undefined,
    (error: unknown) => codeOf(error),
  )
const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)

test('a body as wide as the limit allows is read, one nested as only an attack is refused', async () => {
  expect(await refusalOf(`[${'1,'.repeat(500_000)}1]`)).toBeUndefined()
  expect(await refusalOf(nested(12))).toBeUndefined()
  expect(await refusalOf(nested(13))).toBe('request.malformed')
  expect(await refusalOf(nested(400_000))).toBe('request.malformed')
})
