import {
  askedItems,
  callBackRefusal,
  checklistRefusal,
  failedChecks,
  todoRefusal,
  verdictRefusal,
} from '@dj/shared/follow/finding/finding.rules.ts'
import { type ChecklistItem, CallBack } from '@dj/shared/follow/finding/checklist-item.schema.ts'
import type { ProblemCode } from '@dj/shared/problem.ts'
import { explain } from '../../../platform/api/problem.ts'
import { currentLanguage } from '../../../platform/i18n/language.ts'
import type { Faults } from '../../../platform/form/use-draft.ts'
import type { Writing } from './writing.ts'

/** What keeps a finding from being final, by field, with the rules the server uses; empty when it can go. */
export function faultsOf(writing: Writing, items: readonly ChecklistItem[], callBackDue: boolean): Faults {
  const faults = new Map<string, string>()
  const add = (path: string, code: ProblemCode | undefined) => {
    if (code !== undefined) faults.set(path, code === 'finding.item_missing' ? required() : explain(code))
  }
  for (const { path, code } of itemFaults(writing, items)) add(path, code)
  const { effect, verdict, words, callBack } = writing
  add('callBack', callBackRefusal(callBackDue, callBack))
  if (callBack !== null && !CallBack.safeParse(callBack).success) add('callBack', 'request.invalid')
  if (effect === null) add('effect', 'finding.item_missing')
  if (verdict === null) add('verdict', 'finding.item_missing')
  if (effect !== null && verdict !== null) add('verdict', verdictRefusal(effect, verdict))
  for (const one of failedChecks(items, writing.answers)) {
    if (verdict !== null) add(`todo.${one.code}`, todoRefusal([one], verdict, writing.todo)?.code)
  }
  if (words.trim().length < 2) add('words', 'finding.item_missing')
  return faults
}

/** At a field it is the field that is missing; the refusal of the whole speaks of the checklist. */
const required = () => (currentLanguage() === 'en' ? 'This field is required.' : '此项必填。')

/** The rule stops at the first flaw; asked item by item it names all of them. */
function itemFaults({ answers, photos }: Writing, items: readonly ChecklistItem[]) {
  const asked = askedItems(items, answers)
  const alone = asked.flatMap((item) => {
    const given = Object.hasOwn(answers, item.code) ? { [item.code]: answers[item.code] ?? '' } : {}
    return checklistRefusal([{ ...item, when: null }], given, photos.length) ?? []
  })
  if (alone.length > 0) return alone
  return [checklistRefusal(items, onlyAsked(answers, asked), photos.length) ?? []].flat()
}

export const onlyAsked = (answers: Writing['answers'], asked: readonly ChecklistItem[]): Writing['answers'] =>
  Object.fromEntries(Object.entries(answers).filter(([code]) => asked.some((item) => item.code === code)))
