import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isProblem } from './problem.ts'

/** `onSessionLost` hears every 401 of a page that believed to be signed in. */
export function createQueryClient(onSessionLost: (client: QueryClient) => void): QueryClient {
  const listen = (error: unknown) => {
    if (isProblem(error) && error.status === 401) onSessionLost(client)
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: listen }),
    mutationCache: new MutationCache({ onError: listen }),
    defaultOptions: {
      queries: { staleTime: 15_000, gcTime: 10 * 60_000, retry: mayHelp, retryDelay: wait, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
  return client
}

/** Asking again helps when the server or the network failed, never when we were refused. */
function mayHelp(failures: number, error: unknown): boolean {
  if (!isProblem(error)) return false
  return (error.status === 0 || error.status >= 500) && failures < 2
}

const wait = (failures: number, error: unknown) =>
  Math.min(((isProblem(error) ? error.retryAfter : undefined) ?? 2 ** failures) * 1000, 15_000)
