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

/** A need as this viewer may see it; null is the requester right after the open form. Whoever handles it sees everything but the contact, which is masked. */
export function toNeedView(row: NeedRow, viewer: Actor | null, page?: { contact: StoredContact | null }): View {
  const contact = page?.contact ?? null
  const mine = viewer === null || row.requester_person_id === viewer.personId
  const handles = viewer !== null && may('need.reveal_contact', viewer, { path: row.path })
  return {
    ...wordsOf(row),
    ...whoseOf(row, mine || handles),
    mine,
    remark: handles ? row.remark : null,
    releasedWords: handles && page ? releasedOf(row, contact) : null,
    contact: contact !== null && (mine || handles) ? masked(contact) : null,
    voices: handles ? row.voices : [],
    backers: handles ? row.backers : [],
    orders: ordersFor(row, viewer !== null && may('need.answer', viewer, { path: row.path })),
  }
}

/** A person who raised a need stays unnamed to those who only joined it. */
function whoseOf(row: NeedRow, named: boolean): Pick<View, 'requesterName' | 'requesterKind'> {
  const isPerson = row.requester_kind === 'member' || row.requester_kind === 'worker'
  return {
    requesterKind: row.requester_kind,
    requesterName: named || !isPerson ? row.requester_name : maskName(row.requester_name),
  }
}

const wordsOf = (row: NeedRow) => ({
  id: row.id,
  version: row.version,
  state: row.state,
  channel: row.channel,
  roundLabel: row.round_label,
  organization: named(row.organization_id, row.organization_name),
  town: named(row.town_id, row.town_name),
  category: row.category,
  body: row.body,
  urgency: row.urgency,
  collectedOn: row.collected_on,
  contactShared: row.contact_consent,
  holder: row.holder_id && row.holder_alias ? { id: row.holder_id, alias: row.holder_alias } : null,
  answer: row.answer,
  declineReason: row.decline_reason,
  reopened: row.reopened,
  reopenReason: row.reopen_reason,
  mergedIntoId: row.merged_into_id,
  seconds: row.seconds,
  secondedByMe: row.seconded,
  receivedAt: wireInstant(row.received_at),
  respondBy: wireInstantOrNull(row.respond_by),
  respondedAt: wireInstantOrNull(row.responded_at),
})

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
