import type { Caller } from '../../accounts.ts'

/** The address of whoever calls. What a caller writes into x-forwarded-for itself stands before what our proxy added. */
export function addressOf({ headers, peer }: Caller, trustProxy: boolean): string | null {
  const seenByProxy = trustProxy ? headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return seenByProxy || peer
}
