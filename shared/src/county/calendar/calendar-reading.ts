import type { countyProblems } from '../county.problems.ts'
import type { CivilDate } from '../../platform/time/quarter.ts'
import type { DayRule } from './calendar.schema.ts'

/** Why a sentence or a row cannot be read for certain. */
export type ReadingTrouble = Extract<keyof typeof countyProblems, `calendar.read_${string}`>

/** A sentence of a notice or a row of a list, by the line on which it begins, counted from 1. */
export interface Stated {
  readonly line: number
  readonly text: string
}

/** `about`: the words that are meant, or what they clash with. */
export type Trouble = Stated & { readonly code: ReadingTrouble; readonly about: string }

/** What a notice or a list says, sentence by sentence. Nothing of it may be used while there is trouble. */
export interface CalendarReading {
  readonly statements: readonly (Stated & { readonly days: readonly DayRule[] })[]
  /** Sentences that say nothing of a day: the address, the invitation to take leave, the signature. */
  readonly ignored: readonly Stated[]
  readonly troubles: readonly Trouble[]
  /** Each named day once, ascending. */
  readonly days: readonly DayRule[]
}

export class Unreadable extends Error {
  readonly code: ReadingTrouble
  readonly about: string
  constructor(code: ReadingTrouble, about: string) {
    super(`${code}: ${about}`)
    this.code = code
    this.about = about
  }
}

/** Collects statements; two of them that say different things of a day are trouble, by the second one. */
export class Reading {
  readonly #statements: (Stated & { days: readonly DayRule[] })[] = []
  readonly #ignored: Stated[] = []
  readonly #troubles: Trouble[] = []
  readonly #known = new Map<CivilDate, { rule: DayRule; by: Stated }>()

  /** `read` gives the days, null where it says nothing of a day, or throws `Unreadable`. */
  take({ line, text }: Stated, read: () => readonly DayRule[] | null): void {
    try {
      const days = read()
      if (days === null) this.#ignored.push({ line, text })
      else this.#statements.push({ line, text, days: days.map((rule) => this.#agree(rule, { line, text })) })
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      this.#troubles.push({ line, text, code: error.code, about: error.about })
    }
  }

  #agree(rule: DayRule, by: Stated): DayRule {
    const said = this.#known.get(rule.day)
    if (said === undefined) this.#known.set(rule.day, { rule, by })
    else if (said.rule.isWorking !== rule.isWorking)
      throw new Unreadable('calendar.read_clash', `${rule.day}：${said.by.text}`)
    return rule
  }

  result(): CalendarReading {
    const days = [...this.#known.values()].map(({ rule }) => rule)
    return {
      ...{ statements: this.#statements, ignored: this.#ignored, troubles: this.#troubles },
      days: days.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    }
  }
}
