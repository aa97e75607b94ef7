import type { z } from 'zod'
import { currentLanguage } from '../i18n/language.ts'
import { address } from './client.ts'
import { ApiProblem, problemOf } from './problem.ts'

interface Upload<S extends z.ZodType> {
  readonly form: FormData
  /** The same for every attempt to send the same thing: a lost reply never doubles it. */
  readonly idempotencyKey: string
  readonly schema: S
  /** 0 to 1, as the bytes leave. */
  readonly onProgress: (share: number) => void
}

/** Sends a form and tells how far it is, which `fetch` cannot. Refusals are `ApiProblem`s, as everywhere. */
export async function upload<S extends z.ZodType>(path: string, options: Upload<S>): Promise<z.output<S>> {
  const response = await send(address(path), options)
  if (!response.ok) throw await problemOf(response)
  return options.schema.parse(await response.json())
}

function send(url: string, { form, idempotencyKey, onProgress }: Upload<z.ZodType>): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    for (const [name, value] of Object.entries(headersWith(idempotencyKey))) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total))
    request.addEventListener('load', () => {
      const type = request.getResponseHeader('Content-Type') ?? ''
      resolve(new Response(request.responseText, { status: request.status, headers: { 'Content-Type': type } }))
    })
    request.addEventListener('error', () => reject(new ApiProblem({ status: 0, code: 'network.offline' })))
    request.send(form)
  })
}

const headersWith = (key: string) => ({
  Accept: 'application/json',
  'Accept-Language': currentLanguage(),
  'X-Requested-With': 'fetch',
  'Idempotency-Key': key,
})
