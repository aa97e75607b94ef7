import { unreachable } from '../../platform/assert.ts'
import type { ProblemCode } from '../../problem.ts'
import { type Quarter, quartersBetween } from '../../platform/time/quarter.ts'
import type { CallBack, ChecklistItem } from './checklist-item.schema.ts'
import type { Effect, Verdict } from '../../exit/verdict.ts'

export type Answer = boolean | number | string
export type AnswersGiven = Readonly<Record<string, Answer>>
export interface FieldRefusal {
  code: ProblemCode
  path: string
}

const answerOf = (answers: AnswersGiven, code: string): Answer | undefined =>
  Object.hasOwn(answers, code) ? answers[code] : undefined

const isAnswered = (answer: Answer | undefined): boolean =>
  typeof answer === 'string' ? answer.trim() !== '' : answer !== undefined

/** The items that are asked, given these answers: one under a condition only while the item it hangs on is asked and answered so. */
export function askedItems(items: readonly ChecklistItem[], answers: AnswersGiven): ChecklistItem[] {
  const asked = new Set<string>()
  return items.filter(({ code, when }) => {
    const isAsked = when === null || (asked.has(when.code) && answerOf(answers, when.code) === when.is)
    if (isAsked) asked.add(code)
    return isAsked
  })
}

function fits(kind: ChecklistItem['kind'], answer: Answer): boolean {
  switch (kind) {
    case 'yes_no':
      return typeof answer === 'boolean'
    case 'grade':
      return typeof answer === 'number' && Number.isInteger(answer) && answer >= 1 && answer <= 5
    case 'number':
      return typeof answer === 'number' && Number.isFinite(answer) && answer >= 0
    case 'words':
      return typeof answer === 'string'
    default:
      return unreachable(kind)
  }
}

/** Why the item there cannot be asked under its condition, or undefined if it can: it hangs on an earlier item, and on an answer that item can have. */
export function conditionRefusal(items: readonly ChecklistItem[], at: number): ProblemCode | undefined {
  const when = items[at]?.when
  if (!when) return undefined
  const earlier = items.slice(0, at).find(({ code }) => code === when.code)
  return earlier && fits(earlier.kind, when.is) ? undefined : 'checklist.condition_unfit'
}

/**
 * Why a finding with these answers and that many photos cannot be final, and at which item; undefined if it can. Every required
 * item that is asked is answered in its kind, and every item that needs evidence brings a photo of its own.
 */
export function checklistRefusal(
  items: readonly ChecklistItem[],
  answers: AnswersGiven,
  photos: number,
): FieldRefusal | undefined {
  const known = new Set(items.map(({ code }) => code))
  const unknown = Object.keys(answers).find((code) => !known.has(code))
  if (unknown !== undefined) return { code: 'checklist.unknown_item', path: `answers.${unknown}` }
  let shown = 0
  for (const { code, kind, required, evidence } of askedItems(items, answers)) {
    const answer = answerOf(answers, code)
    const path = `answers.${code}`
    if (answer === undefined || !isAnswered(answer)) {
      if (required) return { code: 'finding.item_missing', path }
      continue
    }
    if (!fits(kind, answer)) return { code: 'finding.item_wrong', path }
    if (evidence && photos < (shown += 1)) return { code: 'finding.evidence_missing', path }
  }
  return undefined
}

export interface FailedCheck {
  readonly code: string
  /** The check, how it was answered, and what was written about it. */
  readonly found: string
}

/** What speaks against the order: each "no" with what was written about it, and each grade of 1 or 2. */
export function failedChecks(items: readonly ChecklistItem[], answers: AnswersGiven): FailedCheck[] {
  const asked = askedItems(items, answers)
  return asked.flatMap(({ code, kind, text }) => {
    const answer = answerOf(answers, code)
    if (kind === 'grade' && typeof answer === 'number' && answer <= 2) return [{ code, found: `${text}：${answer} 分` }]
    if (kind !== 'yes_no' || answer !== false) return []
    const written = asked.filter((item) => item.kind === 'words' && item.when?.code === code)
    const found = [`${text}：否`, ...written.map((item) => answerOf(answers, item.code)).filter(isAnswered)].join('。')
    return [{ code, found }]
  })
}

type Todos = Readonly<Record<string, string>>
const todoOf = (todo: Todos, code: string): string => (Object.hasOwn(todo, code) ? (todo[code] ?? '').trim() : '')

/** Why a finding cannot ask for rectification yet: a check failed, and nobody says what is to be done about it. */
export function todoRefusal(failed: readonly FailedCheck[], verdict: Verdict, todo: Todos): FieldRefusal | undefined {
  if (verdict !== 'rectify') return undefined
  const missing = failed.find(({ code }) => todoOf(todo, code).length < 2)
  return missing && { code: 'finding.todo_missing', path: `todo.${missing.code}` }
}

/**
 * What is to be put right: for each failed check what the inspector says is to be done, with what was found, and nothing twice.
 * The inspector's words where no check failed, or, of findings from before and of verdicts changed on appeal, beside the checks.
 */
export function rectificationItems(failed: readonly FailedCheck[], todo: Todos, words: string): string[] {
  const items = failed.map(({ code, found }) => {
    const what = todoOf(todo, code)
    return what === '' ? found : `${what}（${found}）`
  })
  const isSaid = failed.length > 0 && failed.every(({ code }) => todoOf(todo, code) !== '')
  return [...new Set(isSaid ? items : [...items, words])]
}

/** 不满意实名回访: whoever was not satisfied and not called since is called before the finding is final. */
export const callBackRefusal = (due: boolean, callBack: CallBack | null): ProblemCode | undefined =>
  due && callBack?.called !== true ? 'finding.call_back_missing' : undefined

/** A poor effect cannot pass. */
export const verdictRefusal = (effect: Effect, verdict: Verdict): ProblemCode | undefined =>
  effect === 'poor' && verdict === 'pass' ? 'finding.verdict_mismatch' : undefined

/** An earlier 差 within so many quarters, both ends counted. [domain §9] */
export const isSecondPoor = (earlier: readonly Quarter[], now: Quarter, withinQuarters: number): boolean =>
  earlier.some((quarter) => quartersBetween(quarter, now) < withinQuarters)

/** Whether any 差 was a second one; `quarters` in their order. */
export const hadSecondPoor = (quarters: readonly Quarter[], withinQuarters: number): boolean =>
  quarters.some((quarter, at) => isSecondPoor(quarters.slice(0, at), quarter, withinQuarters))
