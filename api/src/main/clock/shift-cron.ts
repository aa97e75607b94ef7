const isNumber = (field: string): boolean => /^\d+$/.test(field)
const within = (n: number, size: number): number => ((n % size) + size) % size

/**
 * When a schedule read by a clock that runs ahead is due by the real one. Minute and hour may be numbers; whatever else
 * a field says holds at any minute, or hour, as well.
 */
export function shiftCron(cron: string, aheadMs: number): string {
  const [minute = '*', hour = '*', ...days] = cron.split(' ')
  if (!isNumber(minute)) return cron
  // Downwards: a job that comes a moment too late finds what is due, one that comes too early does not.
  const ahead = Math.floor(aheadMs / 60_000)
  if (!isNumber(hour)) return [within(Number(minute) - ahead, 60), hour, ...days].join(' ')
  const due = within(Number(hour) * 60 + Number(minute) - ahead, 24 * 60)
  return [due % 60, Math.floor(due / 60), ...days].join(' ')
}
