import { useState } from 'react'
import type { NeedView } from '@dj/shared/collect/need/need.schema.ts'

/** The needs ticked on the desk; one that was settled meanwhile drops out by itself. */
export function useSelection(needs: readonly NeedView[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string) => setIds((before) => before.symmetricDifference(new Set([id])))
  return {
    has: (id: string) => ids.has(id),
    toggle,
    clear: () => setIds(new Set()),
    choose: (chosen: readonly string[]) => setIds(new Set(chosen)),
    needs: needs.filter(({ id }) => ids.has(id)),
  }
}
export type Selection = ReturnType<typeof useSelection>
