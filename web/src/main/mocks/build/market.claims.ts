import { HttpResponse } from 'msw'
import type { z } from 'zod'
import {
  claimActionRefusal,
  extendedUntil,
  extensionRefusal,
  releaseRefusal,
} from '@dj/shared/claim/claim/claim.rules.ts'
import {
  ConvertClaim,
  DecideClaimRequest,
  DeliverClaim,
  ExtendClaim,
  Participate,
  ReleaseClaim,
  ReportProgress,
} from '@dj/shared/claim/claim/claim.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import type { ProblemCode } from '@dj/shared/problem.ts'
import { note } from './market.events.ts'
import { settle } from './market.take.ts'
import { newId, type ClaimRecord, type Market } from './market.ts'
import { toClaim } from './market.cards.ts'
import { claimantOf, organizationOf } from './market.facts.ts'
import { refuse, refuseField, refuseInput } from '../refuse.ts'
import { collectiveKind } from '@dj/shared/claim/claim/claimant-kind.ts'

interface Held {
  market: Market
  me: SessionView
  claim: ClaimRecord
}
type Outcome = ProblemCode | undefined | object
type Reply = ReturnType<typeof refuse> | HttpResponse<object>

/** Parses the body, asks the rule, does it, and answers with the claim or with what the act made. */
const act =
  <S extends z.ZodType>(
    schema: S,
    kind: (input: z.output<S>) => string,
    apply: (held: Held, input: z.output<S>) => Outcome,
  ) =>
  (held: Held, body: unknown): Reply => {
    const input = schema.safeParse(body, { reportInput: true })
    if (!input.success) return refuseInput(input.error)
    const { market, claim } = held
    const outcome = apply(held, input.data)
    if (typeof outcome === 'string')
      return outcome === 'progress.goes_back' ? refuseField(outcome, 'share') : refuse(outcome)
    const order = must(
      market.orders.find(({ id }) => id === claim.orderId),
      'order of a claim',
    )
    const data = { ...(input.data as object), ...(outcome !== undefined && 'id' in outcome && { id: outcome.id }) }
    const photos = 'attachmentIds' in data && Array.isArray(data.attachmentIds) ? data.attachmentIds : []
    note(market, order, kind(input.data), claimantOf(market, claim), data, photos)
    settle(market, order)
    return HttpResponse.json(outcome ?? toClaim(market, claim, held.me), { status: outcome === undefined ? 200 : 201 })
  }

const now = () => new Date().toISOString()

export const claimActs: Readonly<Record<string, (held: Held, body: unknown) => Reply>> = {
  release: act(
    ReleaseClaim,
    () => 'claim.released',
    ({ claim }, { reason }) => {
      const refusal = releaseRefusal({ state: claim.state, reported: claim.lastReportAt !== null }, reason)
      if (refusal === undefined) Object.assign(claim, { state: 'released', endedAt: now(), endReason: reason ?? null })
      return refusal
    },
  ),
  decision: act(
    DecideClaimRequest,
    ({ decision }) => `claim.${decision}ed`.replace('ee', 'e'),
    ({ claim }, { decision, reason }) => {
      const refusal = claimActionRefusal(claim.state, decision)
      const declined = { state: 'released', endedAt: now(), endReason: reason ?? null }
      if (refusal === undefined)
        Object.assign(claim, decision === 'accept' ? { state: 'active', respondBy: null } : declined)
      return refusal
    },
  ),
  extension: act(
    ExtendClaim,
    () => 'claim.extended',
    ({ claim, market }) => {
      const days = market.settings.claim.extensionDays
      const dueOn = market.orders.find(({ id }) => id === claim.orderId)?.dueOn ?? null
      const refusal = extensionRefusal({ ...claim, dueAt: new Date(claim.dueAt) }, { dueOn, days })
      const dueAt = extendedUntil(new Date(claim.dueAt), days).toISOString()
      if (refusal === undefined) Object.assign(claim, { extended: true, dueAt })
      return refusal
    },
  ),
  conversion: act(
    ConvertClaim,
    () => 'claim.converted',
    ({ claim, market }, { organizationId }) => {
      const kind = collectiveKind(organizationOf(market, organizationId).kind)
      if (kind === undefined) return 'need.organization_unknown'
      const refusal = claimActionRefusal(claim.state, 'convert')
      if (refusal === undefined) Object.assign(claim, { kind, organizationId })
      return refusal
    },
  ),
  participation: act(
    Participate,
    ({ answer }) => `claim.participant_${answer === 'confirm' ? 'confirmed' : 'declined'}`,
    ({ claim, me }, { answer }) => {
      const listed = claim.participants.find(({ personId }) => personId === me.person.id)
      if (listed?.state !== 'listed') return 'claim.not_listed'
      listed.state = answer === 'confirm' ? 'confirmed' : 'declined'
      return undefined
    },
  ),
  progress: act(
    ReportProgress,
    () => 'claim.reported',
    ({ claim }, { share, words, hours = null, attachmentIds }) => {
      const refusal = claimActionRefusal(claim.state, 'report')
      if (refusal !== undefined) return refusal
      if (claim.share !== null && share < claim.share) return 'progress.goes_back'
      Object.assign(claim, { share, lastReportAt: now() })
      return { id: newId(), claimId: claim.id, share, words, hours, reportedAt: now(), attachments: attachmentIds }
    },
  ),
  deliveries: act(
    DeliverClaim,
    () => 'claim.delivered',
    ({ claim, market }, { words, hours = null, attachmentIds }) => {
      const refusal = claimActionRefusal(claim.state, 'deliver')
      if (refusal !== undefined) return refusal
      Object.assign(claim, { state: 'delivered', share: 100, lastReportAt: now() })
      const open = { answer: null, answerWords: null, answeredAt: null, answerVia: null, answerEnteredBy: null }
      const view = {
        id: newId(),
        claimId: claim.id as never,
        words,
        hours,
        deliveredAt: now(),
        attachments: attachmentIds,
        ...open,
      }
      market.deliveries.push({ ...view, deliveredBy: claim.personId })
      return view
    },
  ),
}
