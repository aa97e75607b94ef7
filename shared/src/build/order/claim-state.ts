import { z } from 'zod'

/** The order's table of transitions counts its claims by these. */
export const ClaimState = z.enum([
  'requested',
  'active',
  'delivered',
  'completed',
  'released',
  'lapsed',
  'failed',
  'ended',
])
export type ClaimState = z.infer<typeof ClaimState>

export const ClaimantKind = z.enum(['member', 'group', 'branch', 'alliance'])
export type ClaimantKind = z.infer<typeof ClaimantKind>
