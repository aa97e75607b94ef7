import type { FindingView } from '@dj/shared/follow/finding/finding.schema.ts'
import { contentOf, type Writing } from './writing.ts'

export type Choice = 'mine' | 'theirs' | 'both'
export type Choices = Readonly<Record<string, Choice>>

const plain = ['effect', 'verdict', 'words', 'callBack'] as const

/** The fields in which the two versions differ; photos never do, for both sides' are kept. */
export function differingFields(mine: Writing, theirs: FindingView): readonly string[] {
  const codes = [...new Set([...Object.keys(mine.answers), ...Object.keys(theirs.answers)])]
  const answers = codes.filter((code) => mine.answers[code] !== theirs.answers[code]).map((code) => `answers.${code}`)
  const others = plain.filter((name) => JSON.stringify(mine[name]) !== JSON.stringify(theirs[name]))
  return [...answers, ...others]
}

/** One writing from both, field by field as chosen, on top of what the server holds. */
export function resolve(mine: Writing, theirs: FindingView, choices: Choices): Writing {
  const other = contentOf(theirs)
  const from = (field: string) => (choices[field] === 'theirs' ? other : mine)
  const codes = [...new Set([...Object.keys(mine.answers), ...Object.keys(theirs.answers)])]
  const answers = Object.fromEntries(
    codes.flatMap((code) => {
      const answer = from(`answers.${code}`).answers[code]
      return answer === undefined ? [] : [[code, answer] as const]
    }),
  )
  const known = new Set(mine.photos.map(({ attachmentId }) => attachmentId))
  return {
    ...mine,
    id: theirs.id,
    baseVersion: theirs.version,
    answers,
    effect: from('effect').effect,
    verdict: from('verdict').verdict,
    // Of the two lists of what is to be done the one with the chosen verdict leads, and nothing written is lost.
    todo: choices['verdict'] === 'theirs' ? { ...mine.todo, ...other.todo } : { ...other.todo, ...mine.todo },
    words: choices['words'] === 'both' ? `${mine.words}\n\n${theirs.words}` : from('words').words,
    callBack: from('callBack').callBack,
    photos: [...mine.photos, ...other.photos.filter(({ attachmentId }) => !known.has(attachmentId))],
    theirs: null,
    final: false,
  }
}
