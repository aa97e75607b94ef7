import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ChecklistView } from '@dj/shared/follow/finding/finding.schema.ts'
import type { SlipReport } from '@dj/shared/follow/finding/slip.schema.ts'
import { photoShelf } from '../../../platform/photos/photo-shelf.ts'
import { slipFaults } from './slip-faults.ts'
import { slipBody, type SlipRow } from './slip-row.ts'
import { enterSlips } from '../slips.queries.ts'
import type { SlipRows } from './use-slip-rows.ts'

interface Wish {
  readonly roundId: string
  readonly rows: SlipRows
  readonly checklist: ChecklistView
  readonly onRefused: (id: string) => void
}

/** What was stored in this sitting, and what of the last batch was not. */
export interface Sent {
  readonly stored: readonly Pick<SlipRow, 'id' | 'orderId' | 'number' | 'title'>[]
  readonly refused: number
}

export const shelfOf = (id: string) => `slip.${id}`

/** Sends what is ready as one batch: what is stored leaves the pile, what is refused stays with its reason, whole. */
export function useSendSlips({ roundId, rows, checklist, onRefused }: Wish) {
  const [report, setReport] = useState<Sent | null>(null)
  const [times, setTimes] = useState(0)
  const batch = useMutation(enterSlips(roundId))
  const send = () => {
    const ready = rows.rows.filter((row) => slipFaults(row, checklist.items).size === 0)
    const slips = ready.map((row) => slipBody(row, checklist))
    const onSuccess = (reply: SlipReport) => {
      const { stored, refused } = settle(rows, ready, reply, onRefused)
      setReport((before) => ({ stored: [...(before?.stored ?? []), ...stored], refused }))
      setTimes((before) => before + 1)
    }
    batch.mutate({ slips }, { onSuccess })
  }
  return { report, times, action: { mutate: send, isPending: batch.isPending, error: batch.error } }
}

function settle(rows: SlipRows, sent: readonly SlipRow[], { items }: SlipReport, onRefused: Wish['onRefused']): Sent {
  const refusals = new Map(items.flatMap(({ findingId, refusal }) => (refusal ? [[findingId, refusal] as const] : [])))
  const kept = new Set(items.filter(({ finding }) => finding !== null).map(({ findingId }) => findingId))
  rows.change((before) =>
    before.filter(({ id }) => !kept.has(id)).map((row) => ({ ...row, refusal: refusals.get(row.id) ?? row.refusal })),
  )
  for (const id of kept) void photoShelf.write(shelfOf(id), [])
  const first = sent.find(({ id }) => refusals.has(id))
  if (first !== undefined) onRefused(first.id)
  return { stored: sent.filter(({ id }) => kept.has(id)), refused: refusals.size }
}
