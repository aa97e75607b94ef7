const written = /^([abc])[-\s]?(\d{4})[-\s]?(\d{1,6})$/

/** The order number somebody typed or read out, in full: `c-2026-12` is `C-2026-000012`. Undefined where it is none. */
export function orderNumberIn(typed: string): string | undefined {
  const [, tier, year, count] = written.exec(typed.normalize('NFKC').trim().toLowerCase()) ?? []
  if (tier === undefined || year === undefined || count === undefined) return undefined
  return `${tier.toUpperCase()}-${year}-${count.padStart(6, '0')}`
}
