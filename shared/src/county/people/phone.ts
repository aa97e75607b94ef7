import { z } from 'zod'

/** Phone digits with an optional extension; kept apart from the need and masked by default. */
export const Phone = z
  .string()
  .trim()
  .regex(/^\+?(0[0-9]{2,3}-)?[0-9]{5,15}(-[0-9]{1,8}){0,2}$/, 'phone')
  // A mobile number has no extension: with one, the same telephone would be two.
  .regex(/^(?!\+?(?:00)?(?:86)?1[3-9][0-9]{9}-)/, 'mobile')
