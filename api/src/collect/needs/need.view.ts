import type { NeedRow } from '@dj/db/queries/collect/need-list.ts'
import { maskName, maskPhone } from '@dj/shared/collect/need/mask.ts'
import { wordsForDoer } from '@dj/shared/collect/need/released-words.ts'
import type { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { wireInstant, wireInstantOrNull } from '../../platform/http/instant.ts'
import type { Sent } from '../../platform/http/spec.ts'

type View = Sent<typeof NeedView>
interface StoredContact {
  name: string | null
  phone: string | null
}

interface More {
  /** Read for the page of one need; in a list only whom to take out of the words is known. */
  page?: boolean
  contact: StoredContact | null
}

const isMine = (row: NeedRow, viewer: Actor | null): boolean =>
  viewer === null || row.requester_person_id === viewer.personId
const handlesIt = (row: NeedRow, viewer: Actor | null): boolean =>
  viewer !== null && may('need.reveal_contact', viewer, { path: row.path })

/** Whether the viewer only joined it: they read what is asked, and not of whom. */
export const onlyJoined = (row: NeedRow, viewer: Actor): boolean => !isMine(row, viewer) && !handlesIt(row, viewer)

/** A need as this viewer may see it; null is the requester right after the open form. Whoever handles it sees everything but the contact, which is masked. */
export function toNeedView(
  row: NeedRow,
  viewer: Actor | null,
  { page = false, contact }: More = { contact: null },
): View {
  const mine = isMine(row, viewer)
  const handles = handlesIt(row, viewer)
  return {
    ...wordsOf(row),
    ...(mine || handles ? {} : withoutRequester(row, contact)),
    mine,
    remark: handles ? row.remark : null,
    handover: handles ? handoverOf(row) : null,
    releasedWords: handles && page ? releasedOf(row, contact) : null,
    contact: page && contact !== null && (mine || handles) ? masked(contact) : null,
    voices: handles ? row.voices : [],
    backers: handles ? row.backers : [],
    orders: ordersFor(row, viewer !== null && may('need.answer', viewer, { path: row.path })),
  }
}

/** Whoever only joined a need reads it as those do who take the work on. Its organization may be the requester itself. */
const withoutRequester = (row: NeedRow, contact: StoredContact | null) => ({
  ...{ requesterName: null, organization: null, reopenReason: null, earlierAnswer: null },
  body: releasedOf(row, contact).words,
  photos: [],
})

const wordsOf = (row: NeedRow) => ({
  id: row.id,
  version: row.version,
  state: row.state,
  channel: row.channel,
  requesterKind: row.requester_kind,
  requesterName: row.requester_name,
  roundLabel: row.round_label,
  organization: named(row.organization_id, row.organization_name),
  town: named(row.town_id, row.town_name),
  category: row.category,
  body: row.body,
  urgency: row.urgency,
  collectedOn: row.collected_on,
  contactShared: row.contact_consent,
  holder: row.holder_id && row.holder_alias ? { id: row.holder_id, alias: row.holder_alias } : null,
  answer: row.state === 'answered' ? row.answer : null,
  declineReason: row.state === 'declined' ? row.decline_reason : null,
  reopened: row.reopened,
  reopenReason: row.reopen_reason,
  earlierAnswer: row.earlier_answer,
  mergedIntoId: row.merged_into_id,
  photos: row.photos,
  seconds: row.seconds,
  secondedByMe: row.seconded,
  receivedAt: wireInstant(row.received_at),
  respondBy: wireInstantOrNull(row.respond_by),
  respondedAt: wireInstantOrNull(row.responded_at),
})

const handoverOf = ({ state, handover_to: id, handover_alias: alias, handover_reason: reason }: NeedRow) =>
  state === 'received' && id !== null && alias !== null && reason !== null ? { to: { id, alias }, reason } : null

const releasedOf = (row: NeedRow, contact: StoredContact | null) => ({
  words: wordsForDoer({
    body: row.body,
    releasedWords: row.released_words,
    requesterKind: row.requester_kind,
    names: [contact?.name ?? null, row.requester_name],
  }),
  corrected: row.released_words !== null,
})

const named = (id: string | null, name: string | null) => (id !== null && name !== null ? { id, name } : null)

const masked = ({ name, phone }: StoredContact): StoredContact => ({
  name: name === null ? null : maskName(name),
  phone: phone === null ? null : maskPhone(phone),
})

/** Drafts are seen by those who build; discarded ones by nobody. */
const ordersFor = (row: NeedRow, builds: boolean): View['orders'] =>
  row.orders
    .filter(({ state }) => state !== 'discarded' && (builds || state !== 'draft'))
    .map(({ id, number, title }) => ({ id, number, title }))
