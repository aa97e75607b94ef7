import { z } from 'zod'

/** Phone digits with an optional extension; kept apart from the need and masked by default. */
export const Phone = z
  .string()
  .trim()
  .regex(/^\+?(0[0-9]{2,3}-)?[0-9]{5,15}(-[0-9]{1,8}){0,2}$/)
