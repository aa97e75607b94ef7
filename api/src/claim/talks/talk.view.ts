import type { MessageRow, TalkRow } from '@dj/db/queries/claim/talks.ts'
import { isTalkedAbout } from '@dj/shared/claim/talk/talk.rules.ts'
import type { MessagePage, MessageView, TalkSide, TalkView } from '@dj/shared/claim/talk/talk.schema.ts'
import { wordsForDoer } from '@dj/shared/collect/need/released-words.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { officeContact } from '../../county/organizations/organization.view.ts'
import { wireInstant } from '../../platform/http/instant.ts'
import type { Sent } from '../../platform/http/spec.ts'

/** `viewer` is null for a requester who comes with the receipt code. */
export function toTalkView(
  row: TalkRow,
  side: TalkSide,
  messages: readonly MessageRow[],
  viewer: Actor | null,
): Sent<typeof TalkView> {
  const said = messages.filter((each) => each.claim_id === row.claim_id && each.need_id === row.need_id)
  const closed = !isTalkedAbout(row.state)
  return {
    claimId: row.claim_id,
    claimant: row.claimant,
    order: { id: row.order_id, title: row.title },
    needId: row.need_id,
    side,
    closed,
    words: closed ? null : wordsFor(row, side),
    corrected: row.released_words !== null,
    mayCorrect: side === 'owner' && viewer !== null && may('need.release_words', viewer, { path: row.need_path }),
    requesterKind: row.requester_kind,
    contact: contactOf(row),
    owner: {
      organization: row.owner_name,
      person: row.author,
      contact: officeContact(row.owner_contact, row.owner_phone),
    },
    ...toMessagePage(said, row, side, viewer?.personId ?? null),
    unread: said.filter(({ unread }) => unread).length,
  }
}

const wordsFor = (row: TalkRow, side: TalkSide): string =>
  side === 'requester'
    ? row.body
    : wordsForDoer({
        body: row.body,
        releasedWords: row.released_words,
        requesterKind: row.requester_kind,
        names: [row.contact_name, row.requester_name],
      })

function contactOf({ contact_name: name, contact_phone: phone, contact_consent: consent }: TalkRow) {
  if (name === null && phone === null) return 'none'
  return consent ? 'shared' : 'withheld'
}

/** Messages of one conversation, oldest first. */
export function toMessagePage(
  said: readonly MessageRow[],
  row: TalkRow,
  side: TalkSide,
  viewer: string | null,
): Sent<typeof MessagePage> {
  return {
    messages: said.map((each) => toMessageView(each, row, side, viewer)),
    earlier: (said[0]?.in_all ?? 0) - said.length,
  }
}

/** A claimant is named as the claim names them, an owner's desk by its alias, a requester not at all. */
function toMessageView(
  { id, side, person_id: personId, who, words, at }: MessageRow,
  row: TalkRow,
  mySide: TalkSide,
  viewer: string | null,
): Sent<typeof MessageView> {
  const names = { claimant: row.claimant, owner: who, requester: null }
  const mine = viewer === null ? side === mySide : personId === viewer
  return { id, side, who: names[side], mine, words, at: wireInstant(at) }
}
