import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { must } from '@dj/shared/platform/assert.ts'
import { learnClock } from '../platform/api/clock.ts'
import { isProblem } from '../platform/api/problem.ts'
import { createQueryClient } from '../platform/api/query-client.ts'
import { startI18n } from '../platform/i18n/index.ts'
import { createAppRouter } from './routes/router.ts'
import { sessionQueries } from '../county/session/session.queries.ts'
import { applyDisplay } from '../platform/ui/page/display.ts'
import '../platform/ui/house.css'

const queryClient = createQueryClient(() => void sessionLost())
const router = createAppRouter(queryClient)

/** The place is kept: signing in again brings the person back to it. */
async function sessionLost(): Promise<void> {
  const { pathname, href } = router.state.location
  if (pathname === '/sign-in' || queryClient.getQueryData(sessionQueries.me().queryKey) === undefined) return
  await router.navigate({ to: '/sign-in', search: { from: href, why: 'lost' } })
  queryClient.clear()
}

if (import.meta.env.VITE_DEMO === '1') (await import('./mocks/demo.ts')).startDemo()
applyDisplay()
await startI18n()
const root = createRoot(must(document.getElementById('root'), 'root element'), {
  // A refusal is an answer: its page says what it means, and the console is for what went wrong.
  onCaughtError: (error) => {
    if (!isProblem(error)) console.error(error)
  },
})
root.render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)

// After the first paint: the time is mostly told with the data, and the worker fetches every page.
const afterPaint = () => {
  void learnClock()
  if (import.meta.env.PROD && 'serviceWorker' in navigator)
    void navigator.serviceWorker.register('/sw.js').catch(() => undefined)
}
// What was awaited above may have outlasted the page's loading.
if (document.readyState === 'complete') afterPaint()
else addEventListener('load', afterPaint)
