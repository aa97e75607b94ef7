export type RefusalKind = 'session.refused' | 'access.refused'

const signIns = [
  'auth.wrong_credentials',
  'auth.too_many_attempts',
  'auth.suspended',
  'account.code_wrong',
  'account.old_password_wrong',
  'session.password_wrong',
]
/** Whoever shows the password again is no refusal yet. */
const asked = 'session.confirm_needed'

/** As what a refusal stands in the log, and from which time in an hour on; null for a slip, which is nobody else's business. */
export function refusalInLog(code: string, status: number): { kind: RefusalKind; first: number } | null {
  if (signIns.includes(code)) return { kind: 'session.refused', first: 1 }
  if (code !== asked && (status === 403 || code === 'rate_limited')) return { kind: 'access.refused', first: 1 }
  // What belongs to others does not exist. A link may be old; whoever meets ten in an hour is trying numbers.
  return code === 'not_found' || code === 'receipt.unknown' ? { kind: 'access.refused', first: 10 } : null
}

/** The 1st, 10th, 100th … is an entry, so that no flood fills the log; of those just counted the highest, or null. */
export function entryAt(before: number, after: number, first: number): number | null {
  let highest = null
  for (let at = first; at <= after; at *= 10) if (at > before) highest = at
  return highest
}
