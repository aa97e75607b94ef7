import type { RequesterKind } from './need.schema.ts'

// Between the digits of one number as people write it.
const gap = '[ \\u3000\\-–—.·]?'
const digits = (n: number, first = '[0-9]') => `${first}(?:${gap}[0-9]){${n - 1}}`
const pattern = (body: string, flags = 'gu') => new RegExp(`(?<![0-9])${body}(?![0-9])`, flags)
const call = '〔电话已隐去〕'

/** What tells a person apart, most telling first; each with the word that stands in its place. */
const kinds: readonly (readonly [pattern: RegExp, word: string])[] = [
  [/[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/gu, '〔邮箱已隐去〕'],
  [
    /((?:微信|薇信|VX|V信|wechat|weixin)(?:号|号码)?\s*(?:是|为|同号)?\s*[:：]?\s*)[A-Za-z][A-Za-z0-9_-]{4,19}/giu,
    '$1〔微信号已隐去〕',
  ],
  [/(QQ(?:号|号码)?\s*(?:是|为)?\s*[:：]?\s*)[1-9][0-9]{4,11}/giu, '$1〔QQ号已隐去〕'],
  [pattern(`${digits(6, '[1-9]')}${gap}(?:19|20)(?:${gap}[0-9]){9}${gap}[0-9Xx]`), '〔证件号已隐去〕'],
  [pattern(`${digits(16)}(?:${gap}[0-9]){0,3}`), '〔账号已隐去〕'],
  [pattern(digits(15)), '〔证件号已隐去〕'],
  [pattern(`(?:\\+?86${gap})?1${gap}[3-9](?:${gap}[0-9]){9}`), call],
  [pattern(`\\(?（?0[0-9]{2,3}[)）]?${gap}${digits(7)}(?:${gap}[0-9])?(?:-[0-9]{1,6})?`), call],
  [/[零〇一二三四五六七八九幺]{7,}/gu, call],
  // Seven or eight digits may be a telephone, a date or an amount: the last two say so themselves.
  [
    /(?<![0-9A-Za-z-])(?!20[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9](?![0-9]))[2-8][0-9]{2,3}-?[0-9]{4}(?![0-9A-Za-z]|\s*(?:元|万|亿|人|件|吨|个|平方|平米))/gu,
    call,
  ],
]

/** Digits, Latin letters and `@` typed as full-width forms are read like the plain ones. */
const plain = (words: string): string =>
  words.replaceAll(/[\uFF10-\uFF19\uFF20\uFF21-\uFF3A\uFF41-\uFF5A]/gu, (wide) =>
    String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0),
  )

/** What stands before the first space or bracket: `陈国强（班长）` is written as `陈国强` in the words. */
const bareName = (name: string | null): string => /^[^\s（(，,、/]*/u.exec(name?.trim() ?? '')?.[0] ?? ''

/**
 * A need's own words for whoever took the work on: telephone, identity and account numbers, mail addresses, chat names, and the
 * given names of people taken out. What it cannot know, such as a home address, the owner takes out by hand.
 */
export function releasedWords(body: string, names: readonly (string | null)[]): string {
  const masked = kinds.reduce((words, [found, word]) => words.replaceAll(found, word), plain(body))
  const given = names.map(bareName).filter((name) => Array.from(name).length >= 2)
  return given
    .toSorted((a, b) => b.length - a.length)
    .reduce((words, name) => words.replaceAll(name, '〔姓名已隐去〕'), masked)
}

interface Released {
  body: string
  /** As somebody put them right; null: by rule. */
  releasedWords: string | null
  requesterKind: RequesterKind
  /** Of the contact, and of the requester: a person's name is taken out, an organization's is not. */
  names: readonly [contact: string | null, requester: string | null]
}

/** What those who take the work on read of a need. */
export function wordsForDoer({ body, releasedWords: byHand, requesterKind, names: [contact, requester] }: Released) {
  const isPerson = requesterKind === 'member' || requesterKind === 'worker'
  return byHand ?? releasedWords(body, [contact, isPerson ? requester : null])
}
