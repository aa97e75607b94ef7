import { CivilDate } from '../../platform/time/quarter.ts'

/** From this day on a missing calendar of the year is an alarm: the official notice usually comes in November. (domain §11) */
export const alarmsFrom = (year: number): CivilDate => CivilDate.parse(`${year - 1}-11-01`)
