import { z } from 'zod'
import { Answers, FindingId, FindingView, Todo, type InspectionView } from '@dj/shared/follow/finding/finding.schema.ts'
import { CallBack } from '@dj/shared/follow/finding/checklist-item.schema.ts'
import { Effect, Verdict } from '@dj/shared/exit/verdict.ts'
import { OrderId } from '@dj/shared/platform/ids.ts'
import { RoundId } from '@dj/shared/follow/round/round.schema.ts'
import { productTime } from '../../../platform/api/clock.ts'

/** A photo of a finding: still on this device alone, or known to the server by its id. */
export const WritingPhoto = z.object({ key: z.string(), attachmentId: z.string().nullable() })
export type WritingPhoto = z.infer<typeof WritingPhoto>

/** What an inspector wrote here and the server does not have yet. Once it has, there is no writing any more. */
export const Writing = z.object({
  roundId: RoundId,
  orderId: OrderId,
  title: z.string(),
  id: FindingId,
  baseVersion: z.int(),
  checklistVersion: z.int(),
  answers: Answers,
  effect: Effect.nullable(),
  verdict: Verdict.nullable(),
  words: z.string(),
  /** Writings kept from before say nothing. */
  todo: Todo.default({}),
  callBack: CallBack.nullable(),
  photos: z.array(WritingPhoto),
  writtenAt: z.string(),
  /** `writtenAt` of what was sent last: if the server holds that, a reply was lost and nobody else wrote. */
  lastSent: z.string().nullable(),
  /** To be made final, not only kept as a draft. */
  final: z.boolean(),
  /** What the server holds instead: both are shown, and nothing is sent until the inspector has chosen. */
  theirs: FindingView.nullable(),
  refusal: z.object({ code: z.string(), path: z.string().nullable() }).nullable(),
})
export type Writing = z.infer<typeof Writing>

export interface Visit {
  readonly roundId: string
  readonly orderId: string
}
export const keyOf = ({ roundId, orderId }: Visit): string => `${roundId} ${orderId}`

/** A UUID v7: made here, also without a network, and the same in every attempt to send. */
export function newFindingId(now = productTime()): FindingId {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes.set([0x70 | ((bytes[6] ?? 0) & 0x0f)], 6)
  bytes.set([0x80 | ((bytes[8] ?? 0) & 0x3f)], 8)
  const hex = now.getTime().toString(16).padStart(12, '0') + Array.from(bytes.slice(6), toHex).join('')
  return FindingId.parse([0, 8, 12, 16, 20].map((from, at, cuts) => hex.slice(from, cuts[at + 1])).join('-'))
}
const toHex = (byte: number) => byte.toString(16).padStart(2, '0')

/** Where writing goes on: at what the server holds, or at an empty sheet. */
export function writingOf({ roundId, orderId, title, finding }: InspectionView, checklistVersion: number): Writing {
  const visit = { roundId, orderId, title, lastSent: null, final: false, theirs: null, refusal: null }
  if (finding !== null) return { ...visit, ...contentOf(finding), id: finding.id, baseVersion: finding.version }
  const blank = { answers: {}, effect: null, verdict: null, words: '', todo: {}, callBack: null, photos: [] }
  const now = productTime()
  const writtenAt = now.toISOString()
  return { ...visit, ...blank, checklistVersion, writtenAt, id: newFindingId(now), baseVersion: 0 }
}

/** What a finding of the server says, as a writing says it. */
export const contentOf = (finding: FindingView) => ({
  checklistVersion: finding.checklistVersion,
  answers: finding.answers,
  effect: finding.effect,
  verdict: finding.verdict,
  words: finding.words,
  todo: finding.todo,
  callBack: finding.callBack,
  photos: finding.attachments.map((id): WritingPhoto => ({ key: id, attachmentId: id })),
  writtenAt: finding.writtenAt,
})

export const bodyOf = (writing: Writing) => ({
  id: writing.id,
  baseVersion: writing.baseVersion,
  checklistVersion: writing.checklistVersion,
  answers: writing.answers,
  effect: writing.effect,
  verdict: writing.verdict,
  words: writing.words,
  todo: writing.todo,
  callBack: writing.callBack,
  attachmentIds: writing.photos.flatMap(({ attachmentId }) => attachmentId ?? []),
  writtenAt: writing.writtenAt,
})
