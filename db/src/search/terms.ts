import traditionalToSimplified from 'opencc-js/dict/TSCharacters'
import { must } from '@dj/shared/platform/assert.ts'
import { withoutRadicals } from '@dj/shared/platform/radicals.ts'

// OpenCC folds these by phrase only (計畫 → 计划). Folded on both sides alike, they cost a little precision and no hit.
const byPhraseOnly = '著 着|瞭 了|藉 借|覆 复|彷 仿|甦 苏|沈 沉|俱 具|画 划|妳 你'

/** Folds character by character: by phrase, a text and its own substring could fold differently (乾隆 keeps 乾, 乾 alone becomes 干). */
const simplified = lazily(() => {
  const pairs = `${traditionalToSimplified}|${byPhraseOnly}`.split('|').map((pair) => pair.split(' '))
  const next = new Map(pairs.map(([from, to]) => [must(from, 'a character'), must(to, 'its simplified form')]))
  // A few chains exist (薴 → 苧 → 苎): walk to their end so that folding twice changes nothing.
  const last = (char: string): string => {
    const to = next.get(char)
    return to === undefined || to === char ? char : last(to)
  }
  return new Map([...next.keys()].map((char) => [char, last(char)]))
})

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** 繁 as 简, character by character: to compare names and words with a list. */
export function simplifiedOf(text: string): string {
  const dictionary = simplified()
  return Array.from(text, (char) => dictionary.get(char) ?? char).join('')
}

const invisible = /[\p{M}\p{Cf}]/gu
const separators = /[^\p{L}\p{N}]+/gu

/** Text as search sees it: compatibility forms, case, accents and 繁/简 folded, zero-width gone, everything else one space. */
export function foldText(text: string): string {
  const dictionary = simplified()
  const plain = withoutRadicals(text).normalize('NFKD').replace(invisible, '')
  const folded = Array.from(plain, (char) => dictionary.get(char) ?? char.toLowerCase()).join('')
  return folded.normalize('NFKD').replace(invisible, '').replace(separators, ' ').trim()
}

type Piece = { chars: string[]; han: boolean; touches: boolean }

/** Runs of Chinese and runs of other letters and digits; `touches` says that no space stands before the run. */
function piecesOf(text: string): Piece[] {
  const folded = foldText(text)
  return Array.from(folded.matchAll(/(\p{Script=Han}+)|[^\p{Script=Han} ]+/gu), (run) => ({
    chars: Array.from(run[0]),
    han: run[1] !== undefined,
    touches: run.index > 0 && folded[run.index - 1] !== ' ',
  }))
}

const grams = (chars: string[], size: number): string[] =>
  chars.slice(size - 1).map((_, start) => chars.slice(start, start + size).join(''))

/** The pair across the border of Chinese and Latin (D灯), which LED灯 and LED 灯 share. */
const seam = (before: Piece | undefined, piece: Piece): string[] =>
  before === undefined || before.han === piece.han ? [] : [`${before.chars.at(-1) ?? ''}${piece.chars[0] ?? ''}`]

/**
 * What a row is found by: pairs of Chinese characters, pairs and triples of letters and digits, pairs across their border.
 * Single characters are left out: measured on 100 000 rows they add 70 % to storage and load time, and hardly narrow anything.
 */
export function indexTerms(text: string): string[] {
  const terms = piecesOf(text).flatMap((piece, n, all) => [
    ...seam(all[n - 1], piece),
    ...grams(piece.chars, 2),
    ...(piece.han ? [] : grams(piece.chars, 3)),
  ])
  return [...new Set(terms)]
}

/**
 * Every row whose text contains `q` has all of these among its `indexTerms`. Empty when `q` holds no two neighbouring
 * characters: too short to narrow by, so the caller must say so and not answer "nothing found".
 */
export function queryTerms(q: string): string[] {
  const terms = piecesOf(q).flatMap((piece, n, all) => [
    ...(piece.touches ? seam(all[n - 1], piece) : []),
    ...grams(piece.chars, piece.han || piece.chars.length < 3 ? 2 : 3),
  ])
  return [...new Set(terms)]
}
