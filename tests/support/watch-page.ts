import type { Page, Request } from 'playwright-core'

interface Refusal {
  readonly status: number
  readonly path: string
}

/** Hears everything a page complains about: console errors, exceptions, requests that fail or are refused. */
export function watchPage(page: Page) {
  const complaints: string[] = []
  // Asking who is signed in is how the client finds out that nobody is.
  const expected: Refusal[] = [{ status: 401, path: '/api/v1/session' }]
  page.on('pageerror', (error) => complaints.push(`exception: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    // The browser repeats every refused request here, without its address; the response below has both.
    const repeated = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !repeated) complaints.push(`console: ${message.text()}`)
  })
  const refused = (request: Request, status: number, why: string) => {
    const { pathname } = new URL(request.url())
    const known = expected.some((refusal) => refusal.status === status && pathname.endsWith(refusal.path))
    if (!known) complaints.push(`${why}: ${request.method()} ${pathname}`)
  }
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? ''
    if (why !== 'net::ERR_ABORTED') refused(request, 0, why)
  })
  page.on('response', (response) => {
    const status = response.status()
    if (status >= 400) refused(response.request(), status, String(status))
  })
  return {
    expectRefusal: (status: number, path: string) => void expected.push({ status, path }),
    assertClean: () => {
      if (complaints.length > 0) throw new Error(`the page complained:\n${complaints.join('\n')}`)
    },
  }
}
