import { z } from 'zod'

const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Whether the last of the 18 signs is the check character of the others. [GB 32100-2015 4.3] */
export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false
  const sum = [...code.slice(0, 17)].reduce((total, sign, i) => total + signs.indexOf(sign) * 3 ** i, 0)
  return signs[(31 - (sum % 31)) % 31] === code[17]
}

/** 统一社会信用代码: of an enterprise, an institution or an association. Letters in either case, blanks between groups. */
export const CreditCode = z
  .string()
  .transform((code) => code.replaceAll(/\s/g, '').toUpperCase())
  .refine(isCreditCode, { params: { code: 'organization.credit_code_wrong' } })
