import { z } from 'zod'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checks = '10X98765432'

/** A citizen's identity number: 17 digits with a date of birth that exists, and their check character. [GB 11643-1999] */
export function isDocumentNumber(number: string): boolean {
  const match = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/.exec(number)
  if (!match) return false
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  const born = new Date(Date.UTC(year, month - 1, day))
  const exists = year >= 1900 && born.getUTCMonth() === month - 1 && born.getUTCDate() === day
  const sum = weights.reduce((total, weight, nth) => total + weight * Number(number.charAt(nth)), 0)
  return exists && number.charAt(17) === checks.charAt(sum % 11)
}

export const DocumentNumber = z
  .string()
  .trim()
  .toUpperCase()
  .refine(isDocumentNumber, { params: { code: 'person.document_invalid' } })
  .meta({ example: '330382199001011237' })
