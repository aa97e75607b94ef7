import type { QueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import type { ChangeKind } from '@dj/shared/platform/event/change-kinds.ts'

const Change = z.object({ kind: z.string(), id: z.string() })

/** Which lists and pages a change makes stale: the root keys of the features that show it. */
const rootsOf: Readonly<Record<ChangeKind, readonly string[]>> = {
  need: ['needs', 'work', 'receipts'],
  order: ['orders', 'libraries', 'work'],
  claim: ['claims', 'orders', 'libraries', 'work'],
  delivery: ['claims', 'orders', 'receipts', 'work'],
  rating: ['orders', 'ratings', 'work'],
  flag: ['flags', 'orders'],
  round: ['rounds', 'results', 'inspections', 'work'],
  checklist: ['inspections'],
  conflict: ['rounds', 'inspections'],
  finding: ['rounds', 'orders', 'inspections', 'work'],
  appeal: ['appeals', 'orders', 'inspections', 'work'],
  rectification: ['rectifications', 'orders', 'libraries', 'work'],
  retirement: ['retirements', 'orders', 'libraries', 'work'],
  bulletin: ['rounds', 'results', 'work'],
  organization: ['organizations'],
  person: ['people'],
  account: ['resets', 'work'],
  grant: ['grants', 'people', 'session', 'work'],
  settings: ['settings'],
}
const isKnown = (kind: string): kind is ChangeKind => Object.hasOwn(rootsOf, kind)

// Everybody hears of a change at once: answering a moment later, each at their own, spares the server.
const gather = () => 150 + Math.random() * 350

/** Gathers what changed and asks again for what is on screen, once. */
export function createStale(client: QueryClient) {
  const roots = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    timer = undefined
    for (const root of roots) void client.invalidateQueries({ queryKey: [root] })
    roots.clear()
  }
  const addRoots = (stale: readonly string[]) => {
    for (const root of stale) roots.add(root)
    if (roots.size > 0) timer ??= setTimeout(flush, gather())
  }
  return {
    add: (data: string) => addRoots(rootsIn(data)),
    addAll: () => addRoots(Object.values(rootsOf).flat()),
    forget: () => clearTimeout(timer),
  }
}

function rootsIn(data: string): readonly string[] {
  try {
    const change = Change.safeParse(JSON.parse(data))
    return change.success && isKnown(change.data.kind) ? rootsOf[change.data.kind] : []
  } catch {
    return []
  }
}
