import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { Refused } from '@dj/shared/problem.ts'

/** Out of 4, by the library's scale: below it a million guesses are enough. */
const ENOUGH = 2
/** What follows adds nothing to what is weak, and long repetitions take long to weigh. */
const WEIGHED_CHARACTERS = 64

let estimator: Promise<ZxcvbnFactory> | undefined

/** The word lists are 23 MB in memory and needed a few times a day: loaded when first asked for. */
async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  return new ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs })
}

/** Is it among the first that somebody would try who knows `about` its owner: runs, repetitions, common passwords, names, dates? */
export async function isGuessable(password: string, about: readonly string[]): Promise<boolean> {
  const { score } = (await (estimator ??= load())).check(password.slice(0, WEIGHED_CHARACTERS), [...about])
  return score < ENOUGH
}

/** Errors: `account.password_weak` at the field. */
export async function refuseGuessable(password: string, about: readonly string[], field: string): Promise<void> {
  if (await isGuessable(password, about)) throw new Refused('account.password_weak', field)
}
