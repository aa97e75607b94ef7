import { createHash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import { Refused } from '@dj/shared/problem.ts'
import { z } from 'zod'
import { parseWith } from './parse.ts'

/** A multipart body, read once: one file, and the text fields beside it. */
export interface Upload {
  fields: ReadonlyMap<string, string>
  file: { name: string; bytes: Uint8Array<ArrayBuffer> }
  /** Of what was sent and not of how: the boundary differs each time a browser sends the same form. */
  hash: string
}

const UploadedFile = z.strictObject({ name: z.string(), bytes: z.instanceof(Uint8Array<ArrayBuffer>) })

/** Reads the body of an operation with `upload`: its `file`, and whatever else `fields` names. Unknown parts are refused. */
export async function readUpload(request: Request, expected: { fields: readonly string[] }): Promise<Upload> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\s*;/i.test(type)) throw new Refused('request.wrong_type')
  const parts = await partsOf(await formOf(request))
  const others = expected.fields.filter((name) => name !== 'file')
  const schema = z.strictObject({
    file: UploadedFile,
    ...Object.fromEntries(others.map((name) => [name, z.string().optional()])),
  })
  parseWith(schema, Object.fromEntries(parts))
  return uploadOf(parts)
}

async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch {
    throw new Refused('request.malformed')
  }
}

type Part = string | Upload['file']

async function partsOf(form: FormData): Promise<Map<string, Part>> {
  const parts = new Map<string, Part>()
  for (const [name, value] of form) {
    if (parts.has(name)) throw new Refused('request.malformed', name)
    parts.set(name, typeof value === 'string' ? value : { name: value.name, bytes: await value.bytes() })
  }
  return parts
}

async function uploadOf(parts: ReadonlyMap<string, Part>): Promise<Upload> {
  const fields = new Map<string, string>()
  let file: Upload['file'] = { name: '', bytes: new Uint8Array() }
  for (const [name, part] of parts) {
    if (typeof part === 'string') fields.set(name, part)
    else file = part
  }
  const words = JSON.stringify([file.name, ...[...fields].toSorted(([a], [b]) => (a < b ? -1 : 1))])
  return { fields, file, hash: await hashOf(words, file.bytes) }
}

// A large file hashed at one go would hold every other request.
const HASHED_AT_ONCE = 1024 * 1024

async function hashOf(words: string, bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256').update(words).update('\n')
  for (let at = 0; at < bytes.length; at += HASHED_AT_ONCE) {
    hash.update(bytes.subarray(at, at + HASHED_AT_ONCE))
    await breathe()
  }
  return hash.digest('hex')
}
