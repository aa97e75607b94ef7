import type { ReceiptView } from '@dj/shared/meet/receipt/receipt.schema.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { createOffice, createOfficers, type Office } from './county/admin.world.ts'
import { createAccounts } from './county/county.world.ts'
import { createDeskAccounts } from './meet/desk.world.ts'
import type { Market } from './build/market.ts'
import { createMarket } from './build/market.world.ts'
import { createNeeds, type NeedRecord } from './collect/needs.world.ts'
import { createInspectors } from './follow/inspectors.world.ts'
import { createReceipts } from './collect/receipts.world.ts'
import { createRounds } from './follow/rounds.world.ts'
import { type Rounds } from './follow/rounds.records.ts'

/** The mock server's memory. A feature adds its records here and its handlers beside `session.mocks.ts`. */
export interface World {
  me: SessionView | undefined
  readonly accounts: Readonly<Record<string, SessionView>>
  readonly receipts: Map<string, ReceiptView>
  readonly market: Market
  readonly needs: NeedRecord[]
  readonly office: Office
  readonly rounds: Rounds
}

/** Every demo account signs in with this; another password is refused. */
export const demoPassword = 'demo-password'

export function createWorld(): World {
  const market = createMarket()
  return {
    me: undefined,
    accounts: { ...createOfficers(), ...createAccounts(), ...createDeskAccounts(), ...createInspectors() },
    receipts: createReceipts(),
    market,
    needs: createNeeds(),
    office: createOffice(),
    rounds: createRounds(market),
  }
}
