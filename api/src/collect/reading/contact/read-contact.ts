import { cutTo, lengthOf, lineOf, textOf } from '../rows/cell-text.ts'
import { readPhone } from './read-phone.ts'
import type { IssueCode } from '../rows/issue.ts'
import type { Cell } from '../table.ts'

export interface ContactReading {
  readonly name: string | null
  readonly phone: string | null
  readonly phoneWords: string | null
  /** Asked not to be named, or left nothing to be reached by. */
  readonly anonymous: boolean
  readonly nameIssues: readonly IssueCode[]
  readonly phoneIssues: readonly IssueCode[]
}

const withheld = /匿名|不愿(?:意)?(?:透露|具名|署名|提供)|不便(?:透露|提供)|保密|不具名/
const blank = /^(?:无|没有|暂无|不详|未留|[-—/\\*.。]*)$/
const longestName = 40
/** Between the parts of a name, as different keyboards type it. */
const dots = /[．•‧・∙]/g

/** Who to call. A number written behind the name, or a name before the number, is taken apart. */
export function readContact(nameCell: Cell | undefined, phoneCell: Cell | undefined): ContactReading {
  const named = lineOf(nameCell)
  const inName = textOf(phoneCell) === '' && numberIn(named) !== undefined
  const phone = readPhone(inName ? (numberIn(named) ?? null) : phoneCell)
  const written = (inName ? nameBeside(named) : named === '' ? nameBeside(lineOf(phoneCell)) : named).replaceAll(
    dots,
    '·',
  )
  const asked = withheld.test(named) || withheld.test(textOf(phoneCell))
  const name = asked || blank.test(written) ? null : cutTo(written, longestName).trim()
  return {
    name,
    phone: phone.phone,
    phoneWords: phone.words,
    anonymous: asked || (name === null && phone.phone === null),
    nameIssues: name !== null && lengthOf(written) > longestName ? ['import.text_cut'] : [],
    phoneIssues: phone.issues,
  }
}

const numberIn = (text: string) => /(?:\+?\d[\d\s-]{5,}\d)/.exec(text.normalize('NFKC'))?.[0]

/** `陈厂长13800000101` → `陈厂长`; labels such as 电话 are no name. */
function nameBeside(text: string): string {
  const words =
    /^([\p{Script=Han}·]{2,10})[\s::(（]*\+?\d/u.exec(text.replaceAll(dots, '·').normalize('NFKC'))?.[1] ?? ''
  return /^(?:联系)?(?:电话|手机|座机|固话|号码|手机号|转|分机)/.test(words) ? '' : words
}
