import type { AppealView } from '@dj/shared/follow/appeal/appeal.schema.ts'

/** The form as it stands on the screen; an empty text leaves that part of the value as it was. */
export const emptyDecision = { decision: '', effect: '', verdict: '', attitude: '', speed: '', result: '', reason: '' }
export type Decision = typeof emptyDecision

/** What a third body can choose between. */
export const offers = { finding: ['keep', 'change'], rating: ['keep', 'grades', 'exclude'] } as const satisfies Record<
  AppealView['subject'],
  readonly string[]
>

/** As the api takes it: the whole new value of a rating, only what changes of a finding. */
export function toDecision({ decision, reason, ...chosen }: Decision, before: AppealView['before']) {
  const grade = (name: 'attitude' | 'speed' | 'result') => (chosen[name] === '' ? before[name] : Number(chosen[name]))
  switch (decision) {
    case 'keep':
      return { decision, reason }
    case 'change':
      return {
        ...{ decision, reason },
        ...(chosen.effect !== '' && { effect: chosen.effect }),
        ...(chosen.verdict !== '' && { verdict: chosen.verdict }),
      }
    case 'grades':
      return {
        ...{ decision: 'change', reason },
        grades: { attitude: grade('attitude'), speed: grade('speed'), result: grade('result') },
      }
    case 'exclude':
      return { decision: 'change', reason, excluded: true }
    default:
      return { decision: undefined, reason }
  }
}
