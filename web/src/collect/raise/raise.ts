import type { CountyDesk, CountyView } from '@dj/shared/county/organization/county.schema.ts'
import type { Answers } from './answers.ts'

/** What every step knows. */
export interface Raise {
  readonly county: CountyView
  /** Whose poster led here. */
  readonly desk: CountyDesk | undefined
  readonly answers: Answers
  readonly keep: (part: Partial<Answers>) => void
  readonly step: number
  readonly next: () => void
}

/** Six questions and a last look. */
export const stepCount = 7
