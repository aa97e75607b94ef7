import { CivilDate } from '../../platform/time/quarter.ts'

/** From this day on a missing calendar of the year is an alarm: the official notice usually comes in November. (domain §11) */
export const alarmsFrom = (year: number): CivilDate => CivilDate.parse(`${year - 1}-11-01`)

/** The years whose calendar must be there today: this year's, and from 1 November the next one's. */
export function yearsNeeded(today: CivilDate): number[] {
  const year = Number(today.slice(0, 4))
  return today >= alarmsFrom(year + 1) ? [year, year + 1] : [year]
}
