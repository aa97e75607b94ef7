/** `138****0101`, `0577****0001`; short numbers show their last two digits at most. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/^(0\d{2,3})-(?=\d{5})/, '$1').replace(/-.*$/, '')
  if (digits.length >= 10) return `${digits.slice(0, digits.startsWith('0') ? 4 : 3)}****${digits.slice(-4)}`
  return `****${digits.length >= 7 ? digits.slice(-2) : ''}`
}

/** `陈**`: the family name at most. */
export const maskName = (name: string): string => `${Array.from(name).slice(0, 1).join('')}**`
