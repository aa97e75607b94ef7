import { sql } from 'drizzle-orm'
import type { ClaimantKind, ClaimState } from '@dj/shared/build/order/claim-state.ts'
import type { TalkSide } from '@dj/shared/claim/talk/talk.schema.ts'
import type { RequesterKind } from '@dj/shared/collect/need/need.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { messagesShown } from '@dj/shared/claim/talk/talk.rules.ts'
import { messageReadTable, type messageTable } from '../../tables/claim/talk.table.ts'
import type { Tx } from '../../with-tx.ts'
import { joins, pathOf } from '../collect/need-list.ts'
import { uuidArray } from '../platform/array-params.ts'

/** A need under an accepted claim: everything that decides who talks about it, and what they are told. */
export type TalkRow = {
  claim_id: string
  order_id: string
  title: string
  state: ClaimState
  claimant_kind: ClaimantKind
  claimant: string
  person_id: string
  organization_path: string[] | null
  participants: string[]
  owner_id: string
  owner_path: string[]
  owner_name: string
  owner_contact: string | null
  owner_phone: string | null
  author_id: string
  author: string
  need_id: string
  need_path: string[]
  requester_person_id: string | null
  requester_kind: RequesterKind
  requester_name: string
  body: string
  released_words: string | null
  contact_consent: boolean
  contact_name: string | null
  contact_phone: string | null
  contact_words: string | null
}

type Of = { countyId: string } & ({ orderId: string } | { claimId: string; needId: string } | { needId: string })

function meant(of: Of) {
  if ('orderId' in of) return sql`c.order_id = ${of.orderId}`
  return 'claimId' in of ? sql`c.id = ${of.claimId} and n.id = ${of.needId}` : sql`n.id = ${of.needId}`
}

const participants = sql`
  select p.person_id from participant p where p.county_id = c.county_id and p.claim_id = c.id and p.state = 'confirmed'`

/** Of a standing order with many voices the page shows those under way, then the newest. */
const MOST = 60

/** While the claim goes on; afterwards only where something was said. Personal data: readable only in a transaction of its county. */
export async function talksOf(tx: Tx, of: Of): Promise<TalkRow[]> {
  return tx.execute<TalkRow>(sql`
    select c.id as claim_id, c.order_id, q.title, c.state, c.claimant_kind, coalesce(g.name, m.alias) as claimant, c.person_id,
      g.path as organization_path, array(${participants}) as participants,
      w.id as owner_id, w.path as owner_path, w.name as owner_name, w.contact_name as owner_contact, w.contact_phone as owner_phone, q.author_id, a.alias as author,
      n.id as need_id, ${pathOf} as need_path, n.requester_person_id, n.requester_kind,
      n.requester_name, n.body, n.released_words, n.contact_consent, k.name as contact_name, k.phone as contact_phone, k.phone_words as contact_words
    from claim c join demand_order q on q.county_id = c.county_id and q.id = c.order_id
    join organization w on w.county_id = q.county_id and w.id = q.owner_organization_id
    join person a on a.county_id = q.county_id and a.id = q.author_id
    join person m on m.county_id = c.county_id and m.id = c.person_id
    left join organization g on g.county_id = c.county_id and g.id = c.organization_id
    join order_need l on l.county_id = q.county_id and l.order_id = q.id
    join need n on n.county_id = l.county_id and n.id = l.need_id ${joins}
    left join need_contact k on k.county_id = n.county_id and k.need_id = n.id
    where c.county_id = ${of.countyId} and ${meant(of)} and (c.state in ('active', 'delivered')
      or exists (select from message s where s.county_id = c.county_id and s.claim_id = c.id and s.need_id = n.id))
    order by c.ended_at desc nulls first, c.started_at, c.id, l.linked_at, n.id limit ${MOST}`)
}

export type MessageRow = {
  id: string
  claim_id: string
  need_id: string
  side: TalkSide
  person_id: string | null
  who: string | null
  words: string
  at: string
  /** Of this conversation up to here, shown or not. */
  in_all: number
  unread: boolean
}

type Before = {
  countyId: string
  claimIds: readonly string[]
  personId: string | null
  needId?: string
  before?: string
}

/** The newest messages of each conversation under these claims (those before `before`), oldest first, as this person has read them. */
export async function messagesOf(tx: Tx, of: Before): Promise<MessageRow[]> {
  const { countyId, claimIds, personId, needId, before } = of
  const one = needId === undefined ? sql`` : sql`and t.need_id = ${needId}`
  const until =
    before === undefined
      ? sql``
      : sql`and (t.at, t.id) < (select b.at, b.id from message b where b.county_id = t.county_id and b.id = ${before})`
  return tx.execute<MessageRow>(sql`
    with told as (
      select t.*, row_number() over newest as place, count(*) over (partition by t.claim_id, t.need_id)::int as in_all from message t
      where t.county_id = ${countyId} and t.claim_id = any(${uuidArray(claimIds)}) ${one} ${until}
      window newest as (partition by t.claim_id, t.need_id order by t.at desc, t.id desc))
    select t.id, t.claim_id, t.need_id, t.side, t.person_id, p.alias as who, t.words, t.at::text, t.in_all,
      (t.person_id is distinct from ${personId}::uuid and t.at > coalesce((select r.until from message_read r where r.county_id = t.county_id
        and r.claim_id = t.claim_id and r.need_id = t.need_id and r.person_id = ${personId}::uuid), '-infinity')) as unread
    from told t left join person p on p.county_id = t.county_id and p.id = t.person_id
    where t.place <= ${messagesShown} order by t.at, t.id`)
}

/** Stored after everything said before, whatever the order in which two at once were let in; under the lock of the claim. */
export async function insertMessage(tx: Tx, row: typeof messageTable.$inferInsert): Promise<string> {
  const { countyId, id, claimId, needId, side, personId, words, at } = row
  const [stored] = await tx.execute<{ at: string }>(sql`
    insert into message (county_id, id, claim_id, need_id, side, person_id, words, at)
    select ${countyId}, ${id}::uuid, ${claimId}::uuid, ${needId}::uuid, ${side}, ${personId ?? null}::uuid, ${words},
      greatest(${at.toISOString()}::timestamptz, max(t.at) + interval '1 microsecond') from message t
      where t.county_id = ${countyId} and t.claim_id = ${claimId} and t.need_id = ${needId}
    returning at::text`)
  return must(stored, 'the message just written').at
}

/** How many messages one side has written in a conversation since then, and when the first of them. */
export async function countMessages(
  tx: Tx,
  of: { countyId: string; claimId: string; needId: string; side: TalkSide; since: Date },
): Promise<{ n: number; first: string | null }> {
  const [row] = await tx.execute<{ n: number; first: string | null }>(sql`
    select count(*)::int as n, min(at)::text as first from message where county_id = ${of.countyId} and claim_id = ${of.claimId} and need_id = ${of.needId}
      and side = ${of.side} and at > ${of.since.toISOString()}::timestamptz`)
  return row ?? { n: 0, first: null }
}

/** Marks the conversation as read up to that message; never back. A message that is not there marks nothing. */
export async function markRead(
  tx: Tx,
  of: { countyId: string; claimId: string; needId: string; personId: string; messageId: string },
): Promise<void> {
  const { countyId, claimId, needId, personId, messageId } = of
  await tx.execute(sql`
    insert into ${messageReadTable} (county_id, claim_id, need_id, person_id, until)
    select county_id, claim_id, need_id, ${personId}::uuid, at from message
      where county_id = ${countyId} and id = ${messageId} and claim_id = ${claimId} and need_id = ${needId}
    on conflict (county_id, claim_id, need_id, person_id)
      do update set until = greatest(message_read.until, excluded.until)`)
}
