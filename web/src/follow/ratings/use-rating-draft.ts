import { useTranslation } from 'react-i18next'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { RateOrder } from '@dj/shared/follow/rating/rating.schema.ts'
import { forgetDraft, keptDraft, useKeepDraft } from '../../platform/form/kept-draft.ts'
import { useDraft } from '../../platform/form/use-draft.ts'
import { notify } from '../../platform/ui/state/notices.ts'
import type { GivenGrades } from './grades.ts'
import { useRate } from './rating.queries.ts'

/** What is rated, and by whom. */
export interface RatingSubject {
  readonly orderId: string
  /** Who rates on this device: what one person has chosen is never preset for the next. */
  readonly rater: string
  /** Rates by receipt, without an account; else whoever is signed in. */
  readonly receiptCode?: string | undefined
  /** By telephone: the needs whose requester may be calling. */
  readonly callers?: OrderView['needs'] | undefined
  /** What was given before; only then is anything chosen from the start. */
  readonly before?: GivenGrades | undefined
  readonly onDone?: () => void
}

export type RatingDraft = ReturnType<typeof useRatingDraft>

/** What was chosen outlives a reload, until it is sent. */
export function useRatingDraft({ orderId, rater, receiptCode, before, callers, onDone }: RatingSubject) {
  const { t } = useTranslation('ratings')
  const rating = useRate(orderId)
  const kept = `rating.${orderId}.${rater}`
  const chosen = (grade: number | undefined) => (grade === undefined ? '' : String(grade))
  const draft = useDraft({
    schema: callers === undefined ? RateOrder : RateOrder.required({ needId: true }),
    initial: keptDraft(kept, {
      attitude: chosen(before?.attitude),
      speed: chosen(before?.speed),
      result: chosen(before?.result),
      words: before?.words ?? '',
      needId: '',
    }),
    toInput: ({ attitude, speed, result, words, needId }) => ({
      ...{ attitude: toGrade(attitude), speed: toGrade(speed), result: toGrade(result) },
      ...(words.trim() !== '' && { words }),
      ...(receiptCode !== undefined && { receiptCode }),
      ...(callers !== undefined && { telephone: true, needId }),
    }),
    submit: async (input) => {
      await rating.mutateAsync(input)
      forgetDraft(kept)
      notify(t('done'))
      onDone?.()
    },
  })
  useKeepDraft(kept, draft.values)
  return draft
}

const toGrade = (chosen: string) => (chosen === '' ? undefined : Number(chosen))
