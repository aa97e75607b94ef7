import type { Stated } from '../calendar-reading.ts'

const ordinal = String.raw`(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d+[、.])`
const holiday = '(?:元旦|春节|清明节?|劳动节|端午节?|中秋节?|国庆节)'
const holidays = `${holiday}(?:[、和]${holiday})*`
const notWithin = String.raw`(?<!(?:节|元旦|清明|端午|中秋)[、和])(?<![一二三四五六七八九十\d][、.])(?<![)])`
// After a full stop, after the announcement, and before the name of a holiday, numbered or not.
const cuts = new RegExp(String.raw`(?<=[。;!])|(?<=如下:)|${notWithin}(?=${ordinal}?${holidays}:)`)
const dated = /\d{1,2}月\d{1,2}日/
const complete = /(?:上班|天|放假|调休|连休|补休)$/

/** Half-width digits and marks, no blanks: as one and the same notice is copied from a page, a PDF or a chat. */
const plain = (line: string) => line.normalize('NFKC').replaceAll(/[\s\u200b\ufeff\u00ad]/g, '')
const marks: Record<string, string> = { ',': '，', ':': '：', ';': '；', '(': '（', ')': '）', '!': '！' }
/** As it is shown: with the marks of Chinese. */
export const shown = (plainText: string) => plainText.replaceAll(/[,:;()!]/g, (mark) => marks[mark] ?? mark)

/** The sentences of a notice in `plain` form, without their full stop. A line that breaks off within dates goes on in the next. */
export function sentencesOf(words: string): Stated[] {
  const found: { line: number; text: string; open: boolean }[] = []
  for (const [n, line] of words.split(/\r\n?|\n/).entries()) {
    for (const [k, piece] of plain(line).split(cuts).entries()) {
      const last = found.at(-1)
      const goesOn = k === 0 && last?.open === true && !new RegExp(`^${ordinal}?${holidays}:`).test(piece)
      const text = goesOn ? last.text + piece : piece
      if (goesOn) found.pop()
      const open = dated.test(text) && !/[。;!]$/.test(text) && !complete.test(text)
      found.push({ line: goesOn ? last.line : n + 1, text, open })
    }
  }
  return found
    .map(({ line, text }) => ({ line, text: text.replace(/[。;!.]+$/, '') }))
    .filter(({ text }) => text !== '')
}
