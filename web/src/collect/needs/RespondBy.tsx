import type { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { WaitsForCalendar } from '../../platform/ui/time/LastDay.tsx'

/** When the first answer is due. */
export const RespondBy = ({ need: { respondBy } }: { need: Pick<NeedView, 'respondBy'> }) =>
  respondBy === null ? <WaitsForCalendar /> : <DateText value={respondBy} time />
