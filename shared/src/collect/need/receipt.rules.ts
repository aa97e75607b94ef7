import { z } from 'zod'
import type { ProblemCode } from '../../problem.ts'

/** What a receipt code is used for. */
export const CodeUse = z.enum(['answer', 'rating'])
export type CodeUse = z.infer<typeof CodeUse>

/** What stands against a use of the code: who was told it, and who uses it from where. */
export interface CodeWitness {
  /** Somebody who does the work was told this very code. */
  doerTold: boolean
  /** Whoever is signed in saw the contact or the code, or handled the order. */
  userInvolved: boolean
  /** The contact or the code was shown on this device. */
  deviceSaw: boolean
}

/** Why the code does not speak for the requester here, or undefined. The hotline takes the answer by telephone instead. */
export function codeRefusal({ doerTold, userInvolved, deviceSaw }: CodeWitness): ProblemCode | undefined {
  if (userInvolved) return 'receipt.not_requester'
  if (doerTold) return 'receipt.seen_by_doer'
  return deviceSaw ? 'receipt.device_saw' : undefined
}
