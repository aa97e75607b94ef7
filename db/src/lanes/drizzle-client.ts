import type { ParameterOrJSON, Sql, UnsafeQueryOptions } from 'postgres'
import type { Question, Rows } from './lane.ts'

/**
 * What Drizzle needs of the driver's client, with every statement passed to `ask`. All else (begin, reserve, listen,
 * tagged statements …) is refused: it would go its own way to the database.
 */
export function drizzleClient(base: Sql, ask: (question: Question) => Promise<Rows>): Sql {
  function unsafe(text: string, parameters: ParameterOrJSON<never>[] = [], options: UnsafeQueryOptions = {}) {
    const question: Question = { text, parameters, options }
    const reply = ask(question)
    const values = () => {
      question.asValues = true
      return reply
    }
    return Object.assign(reply, { values })
  }
  return new Proxy(base, {
    apply: () => refuse('a tagged statement'),
    get(target, key) {
      if (key === 'unsafe') return unsafe
      if (key === 'options' || typeof key === 'symbol') return Reflect.get(target, key)
      return refuse(key)
    },
  })
}

function refuse(what: string): never {
  throw new Error(`${what} is not to be had here`)
}
