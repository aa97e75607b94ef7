import { constraintOf, isConnectionLoss, isOutOfSpace, isServerTrouble, sqlStateOf } from '@dj/db/postgres-error.ts'
import { CommitUnknown, TooBusy } from '@dj/db/transaction-errors.ts'
import { problems, type ProblemCode, type ProblemView, Refused } from '@dj/shared/problem.ts'
import { CalendarYearMissing } from '@dj/shared/platform/time/working-days.ts'
import type { Logger } from 'pino'
import type { Trouble } from '../health/trouble.ts'
import { MustWait } from './guard/must-wait.ts'
import { InvalidInput } from './parse.ts'

/** What a named constraint means to the person whose statement met it. The rule refuses first; this catches the race. */
const constraints: Record<string, ProblemCode> = {
  claim_one_live_per_place: 'order.no_place_left',
  claim_one_live_per_member: 'claim.already_yours',
  claim_one_live_per_organization: 'claim.already_yours',
  claim_takes_a_place: 'order.places_taken',
  claim_makes_a_doer: 'claim.you_rated',
  participant_becomes_a_doer: 'claim.you_rated',
  rating_by_a_rater: 'rating.own_work',
  second_once_per_need: 'second.already',
  second_once_per_order: 'second.already',
  delivery_one_unanswered: 'claim.awaiting_answer',
  delivery_not_answered_by_its_doer: 'delivery.own_work',
  demand_order_second_person_publishes: 'order.second_person_needed',
  role_grant_not_to_oneself: 'grant.to_oneself',
  role_grant_no_overlap: 'grant.overlaps',
  role_grant_admin_apart: 'grant.admin_and_business',
  role_grant_inspector_not_doer: 'grant.inspector_and_doer',
  organization_is_open: 'organization.closed',
  organization_name_once_per_parent: 'organization.name_taken',
  enterprise_one_per_credit_code: 'organization.code_taken',
  county_settings_pkey: 'request.stale_version',
  county_pkey: 'setup.not_available',
  calendar_change_pkey: 'calendar.changed_meanwhile',
  round_one_per_quarter: 'round.exists',
  bulletin_number_once: 'bulletin.number_taken',
  round_seed_two_holders: 'round.holders_same',
  round_drawer_does_not_type_the_value: 'round.drawer_is_revealer',
  round_closed_by_two: 'round.second_person_needed',
  target_excused_by_a_second_person: 'target.second_person_needed',
  checklist_pkey: 'request.stale_version',
  finding_pkey: 'request.stale_version',
  finding_one_per_inspector: 'request.stale_version',
  appeal_once: 'appeal.exists',
  appeal_decided_by_a_third: 'appeal.not_third',
  auth_user_username_once: 'person.username_taken',
  account_reset_one_at_a_time: 'account.reset_waiting',
  account_reset_confirmed_by_another: 'account.second_admin_needed',
  person_identity_one_per_phone: 'person.phone_taken',
  person_identity_one_per_document: 'person.document_taken',
  account_reset_not_for_oneself: 'account.not_oneself',
  auth_user_email_once: 'person.username_taken',
}

interface Context {
  requestId: string
  language: 'zh' | 'en'
  log: Logger
  trouble?: Trouble | undefined
}

/** Every error becomes problem+json: refusals by their code, lost connections 503, the unknown is logged in full and says nothing. */
export function problemReply(error: unknown, context: Context): Response {
  const code = codeOf(error)
  if (code === 'internal') context.log.error({ err: error, requestId: context.requestId }, 'unexpected error')
  if (code.startsWith('service.')) context.log.warn({ err: error, requestId: context.requestId, code }, 'cannot serve')
  context.trouble?.note(code)
  const { status, zh, en } = problems[code]
  const body: ProblemView = {
    type: `urn:dangjian:problem:${code}`,
    title: context.language === 'zh' ? zh : en,
    status,
    code,
    requestId: context.requestId,
    ...fieldsOf(error, context.language),
  }
  const headers = new Headers({ 'content-type': 'application/problem+json; charset=utf-8' })
  if (status === 503 || status === 429) headers.set('retry-after', retryAfter(error))
  if (status === 408) headers.set('connection', 'close') // what still comes is not read
  if (code === 'auth.required') headers.set('www-authenticate', 'Session')
  return new Response(JSON.stringify(body), { status, headers })
}

const retryAfter = (error: unknown): string => String(error instanceof MustWait ? error.retryAfterSeconds : 2)

export function codeOf(error: unknown): ProblemCode {
  if (error instanceof Refused) return error.code
  if (error instanceof InvalidInput) return 'request.invalid'
  if (error instanceof CalendarYearMissing) return 'calendar.year_missing'
  if (isOutOfSpace(error)) return 'service.storage_full'
  if (error instanceof TooBusy || error instanceof CommitUnknown || isConnectionLoss(error))
    return 'service.unavailable'
  if (sqlStateOf(error) === '57014') return 'service.unavailable'
  if (isServerTrouble(error)) return 'service.database_failing'
  return constraints[constraintOf(error) ?? ''] ?? 'internal'
}

function fieldsOf(error: unknown, language: 'zh' | 'en'): Pick<ProblemView, 'errors'> {
  if (error instanceof InvalidInput) return { errors: error.fields(language) }
  if (error instanceof Refused && error.path !== undefined) {
    return { errors: [{ path: error.path, code: error.code, message: problems[error.code][language] }] }
  }
  return {}
}
