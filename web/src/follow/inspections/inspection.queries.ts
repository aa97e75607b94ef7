import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { type FindingView, InspectionList } from '@dj/shared/follow/finding/finding.schema.ts'
import { request } from '../../platform/api/client.ts'
import { isProblem } from '../../platform/api/problem.ts'
import { deviceStore } from './outbox/device-store.ts'
import { keepPhotos } from './outbox/kept-photos.ts'
import { keyOf } from './visit/writing.ts'

export const inspectionQueries = {
  root: ['inspections'] as const,
  list: (personId: string) =>
    queryOptions({
      queryKey: [...inspectionQueries.root, personId],
      queryFn: ({ signal }) => fetchOrRecall(personId, signal),
    }),
}

/** The server's list, kept on this device; without a network what was kept. */
async function fetchOrRecall(personId: string, signal: AbortSignal): Promise<InspectionList> {
  try {
    const list = await request('GET', '/inspections', { schema: InspectionList, signal })
    await deviceStore.writeList(personId, list)
    void keepPhotos(list.items.flatMap(({ said }) => said.flatMap(({ attachments }) => attachments)))
    return list
  } catch (error) {
    const unreachable = isProblem(error) && (error.status === 0 || error.status >= 500)
    const kept = unreachable ? await deviceStore.readList(personId) : undefined
    if (kept === undefined) throw error
    return kept
  }
}

/** The finding as the server now holds it goes into the list, on screen and on this device. */
export function takeFinding(client: QueryClient, personId: string, view: FindingView): void {
  const { queryKey } = inspectionQueries.list(personId)
  const list = client.getQueryData(queryKey)
  if (list === undefined) return
  const items = list.items.map((item) =>
    keyOf(item) === keyOf(view) ? { ...item, finding: view, locked: view.state === 'final' } : item,
  )
  client.setQueryData(queryKey, { ...list, items })
  void deviceStore.writeList(personId, { ...list, items })
}
