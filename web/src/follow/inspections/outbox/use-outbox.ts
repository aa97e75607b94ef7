import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useMe } from '../../../county/session/session.queries.ts'
import { inspectionQueries, takeFinding } from '../inspection.queries.ts'
import { createOutbox, type Outbox } from './outbox.ts'

const every = 30_000
const opened = new WeakMap<QueryClient, Map<string, Outbox>>()

/** The person's outbox, opened once while the product is open: it goes on sending on every page. */
function outboxOf(client: QueryClient, personId: string): Outbox {
  const boxes = opened.get(client) ?? new Map<string, Outbox>()
  opened.set(client, boxes)
  const known = boxes.get(personId)
  if (known !== undefined) return known
  const outbox = createOutbox(personId, (view) => takeFinding(client, personId, view))
  boxes.set(personId, outbox)
  const sync = () => {
    if (outbox.writings() === undefined || !isPersonHere(client, personId)) return
    void outbox.sync()
  }
  void outbox.load().then(sync)
  addEventListener('online', sync)
  setInterval(sync, every)
  return outbox
}

// Somebody else may have signed in since: the writings wait for their own inspector.
const isPersonHere = (client: QueryClient, personId: string) =>
  client.getQueryData(inspectionQueries.list(personId).queryKey) !== undefined

export function useOutbox() {
  const client = useQueryClient()
  const outbox = outboxOf(client, useMe().person.id)
  const writings = useSyncExternalStore(outbox.subscribe, outbox.writings)
  return { outbox, writings }
}
