import type { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { partyKinds, type OrganizationView } from '@dj/shared/county/organization/organization.schema.ts'
import type { Tier } from '@dj/shared/county/organization/tier.ts'
import type { ClaimMode, OrderView } from '@dj/shared/build/order/order.schema.ts'
import { may, type Actor } from '@dj/shared/policy.ts'

/** The form of an order, as its controls hold it. */
export interface OrderDraft {
  readonly ownerOrganizationId: string
  readonly tierReason: string
  readonly title: string
  readonly ask: string
  readonly acceptance: string
  readonly beneficiaries: string
  readonly category: string
  readonly mode: ClaimMode | ''
  readonly places: string
  readonly confirmRequired: boolean
  readonly skills: string
  readonly location: string
  readonly claimBy: string
  readonly dueOn: string
  readonly standing: boolean
  readonly standingUntil: string
  readonly needIds: readonly string[]
}

/** The needs an order is built from, as far as the builder may read them. */
export interface BuiltFrom {
  readonly id: string
  readonly body: string | null
  readonly requesterName: string | null
}

/** The tier follows from who owns the order: county A, town B, party organization C; others own none. [003 建单] */
export function tierOfOwner(kind: OrganizationView['kind']): Tier | undefined {
  if (kind === 'county') return 'A'
  if (kind === 'town') return 'B'
  return partyKinds.some((party) => party === kind) ? 'C' : undefined
}

/** The organizations whose orders this person may build, widest first. */
export const ownersFor = (organizations: readonly OrganizationView[], actor: Actor): readonly OrganizationView[] =>
  organizations
    .filter(({ kind, path }) => tierOfOwner(kind) !== undefined && may('order.build', actor, { path }))
    .toSorted((a, b) => a.path.length - b.path.length || a.name.localeCompare(b.name, 'zh-CN'))

const blank = (value: string) => (value.trim() === '' ? null : value)

/** The words of the form as the api takes them. */
export function wordsOf(draft: OrderDraft) {
  return {
    title: draft.title,
    ask: draft.ask,
    acceptance: draft.acceptance,
    beneficiaries: draft.beneficiaries,
    category: draft.category === '' ? undefined : draft.category,
    mode: draft.mode === '' ? undefined : draft.mode,
    places: Number(draft.places || Number.NaN),
    confirmRequired: draft.confirmRequired,
    skills: draft.skills.split(/[、，,;；\s]+/).filter((skill) => skill !== ''),
    location: blank(draft.location),
    claimBy: blank(draft.claimBy),
    dueOn: blank(draft.dueOn),
    standing: draft.standing,
    standingUntil: draft.standing ? blank(draft.standingUntil) : null,
    tierReason: draft.tierReason,
    needIds: draft.needIds,
  }
}

export type OrderWords = ReturnType<typeof wordsOf>
export type WordName = keyof OrderWords

/** Only what was changed travels, so that two people who change different things do not meet. */
export function changesBetween(base: OrderDraft, now: OrderDraft): Partial<OrderWords> {
  const [before, after] = [wordsOf(base), wordsOf(now)]
  const changed = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as WordName]),
  )
  return Object.fromEntries(changed)
}

export const draftFrom = (order: OrderView): OrderDraft => ({
  ownerOrganizationId: order.owner.id,
  tierReason: order.tierReason,
  title: order.title,
  ask: order.ask,
  acceptance: order.acceptance,
  beneficiaries: order.beneficiaries,
  category: order.category,
  mode: order.mode,
  places: String(order.places),
  confirmRequired: order.confirmRequired,
  skills: order.skills.join('、'),
  location: order.location ?? '',
  claimBy: order.claimBy ?? '',
  dueOn: order.dueOn ?? '',
  standing: order.standing,
  standingUntil: order.standingUntil ?? '',
  needIds: order.needs.map(({ id }) => id),
})

/** A first version from the chosen needs: their words, whom they serve, and what most of them are about. */
export function suggestDraft(needs: readonly NeedView[], owner: OrganizationView | undefined): OrderDraft {
  return {
    ...emptyDraft,
    ownerOrganizationId: owner?.id ?? '',
    title: suggestTitle(needs),
    ask: needs.length > 1 ? needs.map(({ body }, nth) => `${nth + 1}. ${body}`).join('\n') : (needs[0]?.body ?? ''),
    beneficiaries: unique(needs.map(({ organization, requesterName }) => organization?.name ?? requesterName ?? ''))
      .filter(Boolean)
      .join('、')
      .slice(0, 200),
    category: commonest(needs.map(({ category }) => category)) ?? '',
    needIds: needs.map(({ id }) => id),
  }
}

const emptyDraft: OrderDraft = {
  ownerOrganizationId: '',
  tierReason: '',
  title: '',
  ask: '',
  acceptance: '',
  beneficiaries: '',
  category: '',
  mode: '',
  places: '1',
  confirmRequired: false,
  skills: '',
  location: '',
  claimBy: '',
  dueOn: '',
  standing: false,
  standingUntil: '',
  needIds: [],
}

const unique = (values: readonly string[]) => [...new Set(values)]

/** The first clause of the first need, short enough for a card. */
function suggestTitle([first]: readonly NeedView[]): string {
  const clauses = first?.body.split(/[，。；！？,;!?\n]/).map((clause) => clause.trim()) ?? []
  return (clauses.find((clause) => clause.length >= 6) ?? clauses[0] ?? '').slice(0, 40)
}

function commonest(values: readonly string[]): string | undefined {
  const counts = Map.groupBy(values, (value) => value)
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0]
}
