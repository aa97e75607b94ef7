import type { ReceiptView } from '@dj/shared/delivery/receipt.schema.ts'
import type { SessionView } from '@dj/shared/people/session.schema.ts'
import { SessionView as Session } from '@dj/shared/people/session.schema.ts'
import { createReceipts } from './receipts.world.ts'

/** The mock server's memory. A feature adds its records here and its handlers beside `session.mocks.ts`. */
export interface World {
  me: SessionView | undefined
  readonly accounts: Readonly<Record<string, SessionView>>
  readonly receipts: Map<string, ReceiptView>
}

/** Every demo account signs in with this; another password is refused. */
export const demoPassword = 'demo-password'

export function createWorld(): World {
  return { me: undefined, accounts: { member1: member(), secretary1: secretary() }, receipts: createReceipts() }
}

const branch = '01990000-0000-7000-8000-000000000010'

function member(): SessionView {
  return person('member1', '红帆 07', [])
}

function secretary(): SessionView {
  const role = { role: 'secretary', organizationId: branch, organizationName: '天正电气党支部' }
  return person('secretary1', '陈书记', [role])
}

/** Somebody of the demo branch, through the shared schema: a mock that drifts from the api fails here. */
function person(username: string, alias: string, roles: readonly object[]): SessionView {
  const home = { homeOrganizationId: branch, homeOrganizationName: '天正电气党支部' }
  return Session.parse({
    account: { id: username, username },
    person: { id: '01990000-0000-7000-8000-000000000001', alias, kind: 'member', ...home, skills: ['法律咨询'] },
    county: { id: '330382', name: '乐清市', demo: true },
    roles: [{ role: 'member', organizationId: branch, organizationName: '天正电气党支部' }, ...roles],
  })
}
