import type { Fault } from '../verdict.ts'

/** A bug that people make, and what the harness must find when it is in. */
export interface Plant {
  name: string
  /** At least one of these. */
  finds: readonly Fault[]
  /** Words of the product's files, each occurring once, and what stands there instead. */
  edits?: readonly { file: string; from: string; to: string }[]
  /** Files of the product and what is read instead, in this folder. */
  variants?: Readonly<Record<string, string>>
  /** Done to the scratch database as its owner: guards that would hide the bug are taken away, or the server is set wrongly. */
  prepare?: readonly string[]
}

const claimOrder = 'api/src/claim/claims/claim-order.ts'
const guarded = ['claim', 'order_part', 'demand_order', 'event', 'idempotency']

export const plants: readonly Plant[] = [
  {
    name: 'count, then insert',
    finds: ['over capacity'],
    edits: [
      {
        file: 'db/src/queries/build/orders.ts',
        from: `where(isOrder(countyId, id)).for('no key update')`,
        to: 'where(isOrder(countyId, id))',
      },
    ],
    prepare: ['drop index claim_one_live_per_place'],
  },
  {
    name: 'missing lock',
    finds: ['over the limit'],
    edits: [{ file: claimOrder, from: 'lockClaimant(tx, countyId, organizationId ?? personId)', to: 'undefined' }],
  },
  {
    name: 'event in a second transaction',
    finds: ['without its event'],
    edits: [
      { file: claimOrder, from: 'recordEvent(tx, {', to: 'void later.set(saved.id, {' },
      {
        file: claimOrder,
        from: 'export function claimOrder(',
        to: `const later = new Map<string, Parameters<typeof recordEvent>[1]>()
export async function claimOrder(deps: Deps, input: Input) {
  const view = await claimFirst(deps, input)
  const event = later.get(view.id)
  if (event) await deps.withTx(input.actor.countyId, (tx) => recordEvent(tx, event))
  return view
}
function claimFirst(`,
      },
    ],
  },
  {
    name: 'plain transaction on a dying backend',
    finds: [
      'done by half',
      'without its event',
      'acknowledged and lost',
      'kept and told to nobody',
      'one key, two answers',
      'ended by itself',
    ],
    variants: { 'db/src/with-tx.ts': 'plain-transaction.ts' },
    // Somewhere a transaction waits a little between two statements; that is where its backend is then hit.
    edits: [
      {
        file: claimOrder,
        from: 'const id = newId<ClaimId>()',
        to: 'const id = newId<ClaimId>()\n    await new Promise((goOn) => setTimeout(goOn, 40))',
      },
    ],
    prepare: guarded.map((table) => `alter table ${table} disable row level security`),
  },
  {
    name: 'synchronous_commit=off',
    finds: ['acknowledged and lost'],
    prepare: [
      `do $$ begin execute format('alter database %I set synchronous_commit = off', current_database()); end $$`,
      // It loses what was answered since the last write, and here that is long enough ago to be seen each time.
      `alter system set wal_writer_delay = '10s'`,
      `alter system set wal_writer_flush_after = '64MB'`,
      'select pg_reload_conf()',
    ],
  },
  {
    name: 'quarter in UTC',
    finds: ['in a foreign quarter'],
    edits: [
      {
        file: 'shared/src/platform/time/quarter.ts',
        from: 'const shanghaiOffset = 8 * 60 * 60 * 1000',
        to: 'const shanghaiOffset = 0',
      },
    ],
  },
]
