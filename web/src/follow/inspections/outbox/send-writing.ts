import { AttachmentView } from '@dj/shared/platform/attachment.schema.ts'
import { type FindingView as Found, FindingView, InspectionList } from '@dj/shared/follow/finding/finding.schema.ts'
import { request } from '../../../platform/api/client.ts'
import { type ApiProblem, isProblem } from '../../../platform/api/problem.ts'
import { upload } from '../../../platform/api/upload.ts'
import { shrinkPhoto } from '../../../platform/photos/shrink-photo.ts'
import { bodyOf, keyOf, type Writing } from '../visit/writing.ts'

export type Outcome =
  | { readonly kind: 'saved'; readonly view: Found }
  | { readonly kind: 'conflict'; readonly theirs: Found }
  | { readonly kind: 'refused'; readonly code: string; readonly path: string | null }
  /** No network, or a server that fails: tried again. */
  | { readonly kind: 'later' }

const asLater = (problem: ApiProblem) => problem.status === 0 || problem.status >= 500 || problem.status === 401
const asConflict = ({ code }: ApiProblem) => code === 'request.stale_version' || code === 'finding.final_already'

/** Sends a writing whose photos have arrived: a draft, or the finding itself. Its id makes it one, however often it is sent. */
export async function sendWriting(writing: Writing): Promise<Outcome> {
  const { roundId, orderId, final } = writing
  const path = `/inspections/${roundId}/${orderId}`
  const options = { body: bodyOf(writing), schema: FindingView }
  try {
    const view = await (final ? request('POST', `${path}/finding`, options) : request('PUT', `${path}/draft`, options))
    return { kind: 'saved', view }
  } catch (error) {
    if (!isProblem(error)) throw error
    if (asConflict(error)) return lookAtTheirs(writing, error)
    return outcomeOf(error)
  }
}

function outcomeOf(problem: ApiProblem): Outcome {
  if (asLater(problem) || problem.code === 'request.in_flight') return { kind: 'later' }
  const [first] = problem.errors
  return { kind: 'refused', code: first?.code ?? problem.code, path: first?.path ?? null }
}

async function lookAtTheirs(writing: Writing, conflict: ApiProblem): Promise<Outcome> {
  try {
    const { items } = await request('GET', '/inspections', { schema: InspectionList })
    const theirs = items.find((item) => keyOf(item) === keyOf(writing))?.finding
    return theirs ? { kind: 'conflict', theirs } : outcomeOf(conflict)
  } catch (error) {
    if (isProblem(error)) return { kind: 'later' }
    throw error
  }
}

/** The photo's id on the server; the same key sent again is the same photo. */
export async function sendPhoto(key: string, file: Blob): Promise<string> {
  const form = new FormData()
  form.set('file', await shrinkPhoto(file), 'photo.jpg')
  const { id } = await upload('/attachments', {
    form,
    idempotencyKey: key,
    schema: AttachmentView,
    onProgress: () => undefined,
  })
  return id
}
