import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Quarter } from '../../platform/time/quarter.ts'
import { defaultChecklist } from './default-checklist.ts'
import {
  type Answer,
  askedItems,
  callBackRefusal,
  checklistRefusal,
  failedChecks,
  rectificationItems,
  todoRefusal,
  hadSecondPoor,
  isSecondPoor,
  verdictRefusal,
} from './finding.rules.ts'
import { ChangeChecklist } from './finding.schema.ts'
import { ChecklistItem } from './checklist-item.schema.ts'

const good = { progress_real: true, records_complete: true, real_effect: 4, satisfaction: 5 }

/** A checklist in which conditions hang on earlier items, as the editor allows them. */
const checklists = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...ChecklistItem.shape.kind.options),
      required: fc.boolean(),
      evidence: fc.boolean(),
      on: fc.option(fc.record({ item: fc.nat(30), is: fc.boolean() })),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((wishes) =>
    wishes.map(({ on, ...rest }, i) => {
      const when = on && i > 0 ? { code: `item_${on.item % i}`, is: on.is } : null
      return { code: `item_${i}`, text: '检查项', ...rest, when }
    }),
  )
const answerTo: Record<ChecklistItem['kind'], Answer> = { yes_no: true, grade: 4, number: 7, words: '属实' }
const fullAnswers = (items: readonly ChecklistItem[]) =>
  Object.fromEntries(items.map(({ code, kind }) => [code, answerTo[kind]]))

describe('the checklist', () => {
  test('the default is one the editor would accept, and a good visit passes it with one photo', () => {
    expect(ChangeChecklist.safeParse({ items: defaultChecklist, note: '默认' }).success).toBe(true)
    expect(checklistRefusal(defaultChecklist, good, 1)).toBeUndefined()
    expect(checklistRefusal(defaultChecklist, good, 0)).toEqual({
      code: 'finding.evidence_missing',
      path: 'answers.progress_real',
    })
  })

  test('a condition is asked only where it applies', () => {
    expect(checklistRefusal(defaultChecklist, { ...good, records_complete: false }, 1)).toEqual({
      code: 'finding.item_missing',
      path: 'answers.records_gap',
    })
    expect(checklistRefusal(defaultChecklist, { ...good, records_gap: '' }, 1)).toBeUndefined()
  })

  test('every answer in its kind: complete, whatever the checklist', () => {
    fc.assert(
      fc.property(checklists, (items) => {
        expect(checklistRefusal(items, fullAnswers(items), items.length)).toBeUndefined()
      }),
    )
  })

  test('one asked and required item left out is always named; one that is not asked or not required never is', () => {
    fc.assert(
      fc.property(checklists, fc.nat(30), (items, at) => {
        const left = items[at % items.length]
        if (!left) return
        const { [left.code]: _, ...answers } = fullAnswers(items)
        const refusal = checklistRefusal(items, answers, items.length)
        const isAsked = askedItems(items, answers).includes(left)
        const expected =
          isAsked && left.required ? { code: 'finding.item_missing', path: `answers.${left.code}` } : undefined
        expect(refusal).toEqual(expected)
      }),
    )
  })

  test('one photo less than there are items with evidence is one too few', () => {
    fc.assert(
      fc.property(checklists, (items) => {
        const answers = fullAnswers(items)
        const needed = askedItems(items, answers).filter(({ evidence }) => evidence).length
        expect(checklistRefusal(items, answers, needed)).toBeUndefined()
        if (needed > 0) expect(checklistRefusal(items, answers, needed - 1)?.code).toBe('finding.evidence_missing')
      }),
    )
  })

  test('an unknown item, an answer of another kind, a grade outside the five', () => {
    expect(checklistRefusal(defaultChecklist, { ...good, other: true }, 1)?.code).toBe('checklist.unknown_item')
    expect(checklistRefusal(defaultChecklist, { ...good, satisfaction: 6 }, 1)?.path).toBe('answers.satisfaction')
    expect(checklistRefusal(defaultChecklist, { ...good, progress_real: '是' }, 1)?.code).toBe('finding.item_wrong')
    expect(checklistRefusal(defaultChecklist, { ...good, people_reached: -1 }, 1)?.code).toBe('finding.item_wrong')
  })

  const failed = (answers: Record<string, boolean | number | string>) => failedChecks(defaultChecklist, answers)
  const wanting = { ...good, progress_real: false, records_complete: false, records_gap: '签到表', real_effect: 2 }

  test('each "no" and each low grade speaks against the order, in the words of its item and what was found', () => {
    expect(failed(good)).toEqual([])
    expect(failed(wanting).map(({ found }) => found)).toEqual([
      '填报的进展与现场情况一致：否',
      '过程记录、签到和成果材料完整：否。签到表',
      '对照验收标准的实质效果（1 差—5 好）：2 分',
    ])
  })

  test('rectification asks for each failed check what is to be done, and makes an item of it, none twice', () => {
    const todo = { progress_real: '补办一次活动', records_complete: '补齐签到表', real_effect: '补办一次活动' }
    expect(todoRefusal(failed(wanting), 'rectify', { ...todo, real_effect: ' ' })?.path).toBe('todo.real_effect')
    expect(todoRefusal(failed(wanting), 'rectify', todo)).toBeUndefined()
    expect(todoRefusal(failed(wanting), 'propose_retirement', {})).toBeUndefined()
    expect(rectificationItems(failed(wanting), todo, '台账不全')).toEqual([
      '补办一次活动（填报的进展与现场情况一致：否）',
      '补齐签到表（过程记录、签到和成果材料完整：否。签到表）',
      '补办一次活动（对照验收标准的实质效果（1 差—5 好）：2 分）',
    ])
    expect(rectificationItems([], {}, '台账不全')).toEqual(['台账不全'])
    expect(rectificationItems(failed(wanting), {}, '台账不全'), 'a finding from before').toHaveLength(4)
    const same = [failed(wanting)[0], failed(wanting)[0]].flatMap((each) => each ?? [])
    expect(rectificationItems(same, todo, '')).toHaveLength(1)
  })

  test('the editor refuses a code twice and a condition on no earlier item', () => {
    const [first] = defaultChecklist
    const flaw = (items: readonly unknown[]) =>
      ChangeChecklist.safeParse({ items, note: '修改' }).error?.issues.map((issue) => 'params' in issue && issue.params)
    expect(flaw([first, first])).toEqual([{ code: 'checklist.code_twice' }])
    expect(flaw([{ ...first, when: { code: 'nowhere', is: true } }])).toEqual([{ code: 'checklist.condition_unfit' }])
    const second = { ...first, code: 'second', when: { code: 'progress_real', is: '是' } }
    expect(flaw([first, second])).toEqual([{ code: 'checklist.condition_unfit' }])
    expect(flaw([{ ...second, when: { code: 'progress_real', is: true } }, first])).toEqual([
      { code: 'checklist.condition_unfit' },
    ])
    expect(flaw([first, { ...second, when: { code: 'progress_real', is: true } }])).toBeUndefined()
  })
})

test('a poor effect cannot pass; whoever was not satisfied is called', () => {
  expect(verdictRefusal('poor', 'pass')).toBe('finding.verdict_mismatch')
  expect(verdictRefusal('poor', 'rectify')).toBeUndefined()
  expect(verdictRefusal('good', 'propose_retirement')).toBeUndefined()
  expect(callBackRefusal(true, null)).toBe('finding.call_back_missing')
  expect(callBackRefusal(true, { called: false, satisfied: null, words: null })).toBe('finding.call_back_missing')
  expect(callBackRefusal(true, { called: true, satisfied: false, words: null })).toBeUndefined()
  expect(callBackRefusal(false, null)).toBeUndefined()
})

test('a second 差 counts within four quarters, both ends counted', () => {
  const quarter = (text: string) => Quarter.parse(text)
  expect(isSecondPoor([quarter('2026Q1')], quarter('2026Q4'), 4)).toBe(true)
  expect(isSecondPoor([quarter('2025Q4')], quarter('2026Q4'), 4)).toBe(false)
  expect(isSecondPoor([], quarter('2026Q4'), 4)).toBe(false)
  expect(hadSecondPoor([quarter('2025Q1'), quarter('2026Q1'), quarter('2026Q4')], 4)).toBe(true)
  expect(hadSecondPoor([quarter('2025Q1'), quarter('2026Q1')], 4)).toBe(false)
})
