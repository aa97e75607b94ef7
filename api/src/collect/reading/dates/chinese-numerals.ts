const digits = '〇一二三四五六七八九'
const digitOf = (char: string) => digits.indexOf(/[零○]/.test(char) ? '〇' : char)

/** `十`, `二十三`, `卅一`. */
function smallNumber(text: string): number {
  const plain = text.replace('廿', '二十').replace('卅', '三十')
  if (!plain.includes('十')) return digitOf(plain)
  const [tens = '', ones = ''] = plain.split('十')
  return (tens === '' ? 1 : digitOf(tens)) * 10 + (ones === '' ? 0 : digitOf(ones))
}

/** A date as official papers write it, in digits: `二〇二六年十月九日` → `2026年10月9日`. Everything else as it is. */
export function inDigits(text: string): string {
  const written =
    /^(?:([〇零○一二三四五六七八九]{4})年)?([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十廿卅]{1,3})[日号])?/.exec(
      text,
    )
  if (written === null) return text
  const [whole, year, month = '', day] = written
  const parts = [
    year && `${[...year].map(digitOf).join('')}年`,
    `${smallNumber(month)}月`,
    day && `${smallNumber(day)}日`,
  ]
  return parts.filter(Boolean).join('') + text.slice(whole.length)
}
