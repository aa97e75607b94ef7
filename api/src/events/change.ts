/** What the client knows how to refresh. Other events are nobody's page. */
const kinds = ['need', 'order', 'claim', 'delivery', 'rating', 'organization', 'person', 'grant', 'settings'] as const
type ChangeKind = (typeof kinds)[number]

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

/** The changes behind these events, each once; one of each kind when there are too many to name. */
export function changesIn(events: readonly Recorded[]): Change[] {
  if (events.length > MOST) return kinds.map((kind) => ({ kind, id: 'many' }))
  const changes = new Map<string, Change>()
  for (const event of events) {
    const kind = kinds.find((each) => event.kind.startsWith(`${each}.`))
    if (kind === undefined) continue
    const id = idOf(kind, event)
    changes.set(`${kind} ${id}`, { kind, id })
  }
  return [...changes.values()]
}

function idOf(kind: ChangeKind, { id, needId, orderId, claimId }: Recorded): string {
  const own = kind === 'need' ? needId : kind === 'claim' ? claimId : orderId
  return own ?? orderId ?? needId ?? id
}
