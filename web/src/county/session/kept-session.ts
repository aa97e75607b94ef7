import { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { isProblem } from '../../platform/api/problem.ts'
import { recall, remember } from '../../platform/ui/state/memory.ts'

const name = 'session'

/** Inspectors work without a network: who they are is kept on their device until they sign out. */
export async function keepSession(ask: () => Promise<SessionView>): Promise<SessionView> {
  try {
    const me = await ask()
    rememberSession(me)
    return me
  } catch (error) {
    if (isProblem(error) && error.status === 401) forgetSession()
    const kept = isProblem(error) && error.status === 0 ? keptSession() : undefined
    if (kept === undefined) throw error
    return kept
  }
}

export function rememberSession(me: SessionView): void {
  remember(name, me.roles.some(({ role }) => role === 'inspector') ? JSON.stringify(me) : '')
}

function keptSession(): SessionView | undefined {
  try {
    return SessionView.safeParse(JSON.parse(recall(name) ?? '')).data
  } catch {
    return undefined
  }
}

export const forgetSession = (): void => remember(name, '')
