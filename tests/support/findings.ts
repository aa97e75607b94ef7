import { newId } from '@dj/api/platform/deps.ts'
import type { FindingId, SubmitFinding } from '@dj/shared/follow/finding/finding.schema.ts'
import type { z } from 'zod'
import { aPhoto } from './photos.ts'
import type { Client } from './world.ts'

type Sent = z.input<typeof SubmitFinding>

const answers = { progress_real: true, records_complete: true, real_effect: 4, satisfaction: 5 }

/** A finding that is whole by the default checklist, but for its one photo. */
export const aFinding = (wish: Partial<Sent> = {}): Sent => ({
  id: newId<FindingId>(),
  checklistVersion: 1,
  answers,
  effect: 'good',
  verdict: 'pass',
  words: '现场核实，培训如期开展',
  callBack: null,
  attachmentIds: [],
  writtenAt: '2026-11-18T01:30:00.000Z',
  baseVersion: 0,
  ...wish,
})

/** One photo uploaded by whoever calls. */
export async function uploadPhoto(client: Client, shade = 128): Promise<string> {
  const reply = await client.upload('/attachments', { file: new File([aPhoto({ shade })], '现场.png') })
  const body: unknown = reply.body
  if (typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string') return body.id
  throw new Error(`no photo: ${reply.status} ${reply.code}`)
}
