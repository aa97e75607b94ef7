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
function dripping(): Request {
  const body = new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('{"half":')) })
  const init = { method: 'POST', body, headers: { 'content-type': 'application/json' }, duplex: 'half' }
  return new Request('http://localhost', init)
}
const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)

test('a body as wide as the limit allows is read, one nested as only an attack is refused', async () => {
  expect(await refusalOf(`[${'1,'.repeat(500_000)}1]`)).toBeUndefined()
  expect(await refusalOf(nested(12))).toBeUndefined()
  expect(await refusalOf(nested(13))).toBe('request.malformed')
  expect(await refusalOf(nested(400_000))).toBe('request.malformed')
})

test('a name that stands twice in one object is refused, however it is written; twice apart it is not', async () => {
  expect(await refusalOf('{"a":1,"b":{"a":"{\\"a\\":1}"},"c":[{"a":2},{"a":3}],"d":"a"}')).toBeUndefined()
  expect(await refusalOf('{"a":1,"b":2,"a":3}')).toBe('request.repeated_key')
  expect(await refusalOf('{"b":[{"a":1,"\\u0061" : 3}]}')).toBe('request.repeated_key')
})

test('a body that comes drop by drop is given up', async () => {
  await expect(jsonBody(dripping(), 20)).rejects.toMatchObject({ code: 'request.too_slow' })
})
