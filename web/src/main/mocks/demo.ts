import { getResponse } from 'msw'
import { handlers } from './handlers.ts'
import { createWorld, type World } from './world.ts'

/** A stream on which nothing ever happens. */
class SilentStream extends EventTarget {
  close(): void {}
}

/** Runs the client without a server, also offline and on plain http: `VITE_DEMO=1 vite` or `vite build`. Nothing of it is in an ordinary build. */
export function startDemo(): void {
  const world = createWorld()
  const mocks = handlers(world)
  recallPerson(world)
  const elsewhere = window.fetch.bind(window)
  window.fetch = async (input, init) => {
    const request = new Request(input, init)
    if (!new URL(request.url).pathname.startsWith('/api/')) return elsewhere(request)
    const answer = await getResponse(mocks, request)
    sessionStorage.setItem('dj.demo', world.me?.account.username ?? '')
    return answer ?? Response.error()
  }
  Object.defineProperty(window, 'EventSource', { value: SilentStream })
}

/** Loading the page again does not sign anybody out. */
function recallPerson(world: World): void {
  world.me = world.accounts[sessionStorage.getItem('dj.demo') ?? '']
}
