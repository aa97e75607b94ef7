import type { z } from 'zod'
import type { NeedReceipt, RaiseNeed, RaiseNeedOpenly } from '@dj/shared/collect/need/need.schema.ts'
import type { CountyDesk, CountyView } from '@dj/shared/county/organization/county.schema.ts'
import type { usePhotos } from '../../platform/photos/use-photos.ts'
import type { Answers } from './answers.ts'

/** What is asked, one thing at a time. Of whoever is signed in it is known who asks and from where, and they may send photos. */
export const asked = {
  openly: ['words', 'kind', 'category', 'urgency', 'town', 'contact'],
  signedIn: ['words', 'category', 'urgency', 'contact', 'photos'],
} as const
export type StepName = (typeof asked)[keyof typeof asked][number]

/** What every step knows. */
export interface Raise {
  readonly county: Pick<CountyView, 'name' | 'towns'> & { readonly categories?: CountyView['categories'] }
  /** Whose poster led here. */
  readonly desk: CountyDesk | undefined
  readonly answers: Answers
  readonly keep: (part: Partial<Answers>) => void
  /** Only of whoever is signed in. */
  readonly photos: ReturnType<typeof usePhotos> | undefined
  readonly steps: readonly StepName[]
  /** From 1; one past the last is the last look. */
  readonly step: number
  readonly next: () => void
  /** What the whole is parsed with, and where it goes. */
  readonly schema: z.ZodType<RaiseNeed | RaiseNeedOpenly>
  readonly send: (need: RaiseNeed | RaiseNeedOpenly) => Promise<NeedReceipt>
}
