import { type ChangeKind, changeKinds } from '@dj/shared/platform/event/change-kinds.ts'

/** All a stream ever says: that a thing of this kind changed. Who may see what of it is decided when it is read. */
export interface Change {
  kind: ChangeKind
  id: string
}

interface Recorded {
  id: string
  kind: string
  needId: string | null
  orderId: string | null
  claimId: string | null
}

const MOST = 100
const MANY = 'many'

/** Whose events name an order or person that not everybody may connect with them: above all, what was drawn. */
const nameless = new Set<ChangeKind>([
  ...(['flag', 'round', 'checklist', 'conflict', 'finding'] as const),
  ...(['appeal', 'rectification', 'retirement', 'bulletin', 'account'] as const),
])
/** An inspector's own writing, every few seconds: nobody else's page shows it. */
const unheard = new Set(['finding.saved'])

/** The changes behind these events, each once; one of each kind when there are too many to name. */
export function changesIn(events: readonly Recorded[]): Change[] {
  if (events.length > MOST) return changeKinds.map((kind) => ({ kind, id: MANY }))
  const changes = new Map<string, Change>()
  for (const event of events) {
    const kind = changeKinds.find((each) => event.kind.startsWith(`${each}.`))
    if (kind === undefined || unheard.has(event.kind)) continue
    const id = nameless.has(kind) ? MANY : idOf(kind, event)
    changes.set(`${kind} ${id}`, { kind, id })
  }
  return [...changes.values()]
}

function idOf(kind: ChangeKind, { id, needId, orderId, claimId }: Recorded): string {
  const own = kind === 'need' ? needId : kind === 'claim' ? claimId : orderId
  return own ?? orderId ?? needId ?? id
}
