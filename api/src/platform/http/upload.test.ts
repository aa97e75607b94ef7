import { Refused } from '@dj/shared/problem.ts'
import { expect, test } from 'vitest'
import { InvalidInput } from './parse.ts'
import { readUpload } from './upload.ts'

const expected = { maxBytes: 1_000, fields: ['file', 'decisions'] }

function requestWith(parts: Record<string, string | File>): Request {
  const form = new FormData()
  for (const [name, part] of Object.entries(parts)) form.append(name, part)
  return new Request('http://test/', { method: 'POST', body: form })
}
const aFile = () => new File([new Uint8Array([1, 2, 3])], '乐清市需求.xlsx')
const refusalOf = (request: Request) => readUpload(request, expected).then(() => undefined, refusal)
const refusal = (error: unknown) => {
  if (error instanceof InvalidInput) return error.fields('zh').map(({ path, code }) => `${path} ${code}`)
  return error instanceof Refused ? error.code : error
}

test('the file arrives with its name and bytes, and the fields beside it', async () => {
  const upload = await readUpload(requestWith({ file: aFile(), decisions: '{"1":"keep"}' }), expected)
  expect(upload.file).toEqual({ name: '乐清市需求.xlsx', bytes: new Uint8Array([1, 2, 3]) })
  expect(upload.fields).toEqual(new Map([['decisions', '{"1":"keep"}']]))
})

test('the same form sent twice has the same hash whatever the boundary, another file or field another', async () => {
  const hashOf = async (parts: Record<string, string | File>) => (await readUpload(requestWith(parts), expected)).hash
  const first = await hashOf({ file: aFile(), decisions: 'a' })
  expect(await hashOf({ decisions: 'a', file: aFile() })).toBe(first)
  expect(await hashOf({ file: aFile(), decisions: 'b' })).not.toBe(first)
  expect(await hashOf({ file: new File(['x'], '乐清市需求.xlsx'), decisions: 'a' })).not.toBe(first)
})

test('what is not one file and the known fields is refused with the field', async () => {
  expect(await refusalOf(requestWith({ decisions: 'a' }))).toEqual(['file field.required'])
  expect(await refusalOf(requestWith({ file: 'words' }))).toEqual(['file field.wrong_type'])
  expect(await refusalOf(requestWith({ file: aFile(), decisions: aFile() }))).toEqual(['decisions field.wrong_type'])
  expect(await refusalOf(requestWith({ file: aFile(), county_id: '330382' }))).toEqual(['county_id field.unknown'])
})

test('a body that is not multipart, or broken, is refused', async () => {
  const send = (type: string, body: string) =>
    refusalOf(new Request('http://test/', { method: 'POST', body, headers: { 'content-type': type } }))
  expect(await send('application/json', '{}')).toBe('request.wrong_type')
  expect(await send('multipart/form-data; boundary=x', 'not that')).toBe('request.malformed')
})
