import { isDisguised } from '@dj/shared/platform/text.schema.ts'
import { limits } from '../limits.ts'
import { lineOf, textOf } from '../rows/cell-text.ts'
import type { IssueCode } from '../rows/issue.ts'
import { type Cell, isSeen } from '../table.ts'

export interface PhoneReading {
  /** Digits, and `-` before an extension. */
  readonly phone: string | null
  /** As typed, where the number says less: a short number, a chat name, further numbers; null where it says all. */
  readonly words: string | null
  readonly issues: readonly IssueCode[]
}

type Dialled = Omit<PhoneReading, 'words'>

const nothing = (...issues: IssueCode[]): Dialled => ({ phone: null, issues })

/** Nobody to call: left empty, struck out, or withheld. */
const absent = /^(?:无|没有|暂无|匿名|保密|不详|未留|不便(?:透露|提供)|不愿(?:透露|提供)|[-—/\\*.。0]*)$/

/** The first number in the cell, as digits, and the words around it. */
export function readPhone(cell: Cell | undefined): PhoneReading {
  const dialled = numberOf(cell)
  return { ...dialled, words: wordsBeside(cell, dialled.phone) }
}

function wordsBeside(cell: Cell | undefined, phone: string | null): string | null {
  if (cell instanceof Date || typeof cell === 'boolean') return null
  const typed = lineOf(diallable(cell))
  const bare = typed.normalize('NFKC').replace(/\s+/g, '')
  if (absent.test(bare) || isDisguised(typed) || typed.length > limits.cellLength) return null
  const signs = /[\s'="()+.-]/g
  return bare.replace(signs, '') === (phone ?? '').replace(signs, '') ? null : typed
}

/** The first number in the cell, as digits; further ones are noted. */
function numberOf(cell: Cell | undefined): Dialled {
  if (cell instanceof Date || (isSeen(cell) && cell.value instanceof Date) || typeof cell === 'boolean')
    return nothing('import.phone_unreadable')
  const typed = diallable(cell)
  const text = plainOf(typed)
  if (absent.test(text.replace(/\s+/g, '')))
    return absent.test(typed.normalize('NFKC').replace(/\s+/g, '')) ? nothing() : nothing('import.phone_unreadable')
  if (/^\d(?:\.\d+)?E\+?\d+$/i.test(text)) return nothing('import.phone_unreadable')
  if (/\d[*xX×•]{2,}|[*×•]{2,}\d/.test(text)) return nothing('import.phone_masked')
  const [first, ...more] = numbersIn(text)
  if (first === undefined) return nothing('import.phone_unreadable')
  const reading = oneNumber(first)
  return more.length === 0 ? reading : { ...reading, issues: [...reading.issues, 'import.phone_several'] }
}

/** A number under a format that groups or rounds it (`13,800,009,001`, `1.38E+10`) is still that number. */
function diallable(cell: Cell | undefined): string {
  const shown = textOf(cell)
  return isSeen(cell) && typeof cell.value === 'number' && !/^[\d\s()+-]+$/.test(shown) ? String(cell.value) : shown
}

// The short number of a company's own network, and a chat name: beside a telephone number they are none.
const besides = /[(（]?(?:短号|小号|虚拟网|集团网)[::]?\d{3,8}[)）]?/g
const chatName = /(?:微信|薇信|wechat|vx|qq)号?[::]?(?!1[3-9]\d{9}(?!\d))[a-z\d_-]{4,}/gi

/** As typed, but for what programs add: `13800009001.0` was a number somewhere, and a leading apostrophe a text. */
const plainOf = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/^'/, '')
    .replace(/^(\d{7,13})\.0+$/, '$1')
    .replace(besides, ' ')
    .replace(chatName, ' ')
    .trim()

function numbersIn(text: string): string[] {
  const apart = text.split(/[、,;|\n/]|或者?|以及|和|及/).flatMap(apartBySpaces)
  return apart.flatMap(gluedMobiles).filter((part) => /\d{3,}/.test(part.replace(/[^\d]/g, '')))
}

/** `138 0000 0102` is one number; two whole numbers with a space between are two. */
function apartBySpaces(part: string): string[] {
  const pieces = part.trim().split(/\s+/)
  const whole = pieces.filter((piece) => piece.replace(/\D/g, '').length >= 7)
  return whole.length > 1 ? whole : [pieces.join('')]
}

function gluedMobiles(part: string): string[] {
  const digits = part.replace(/[\s-]/g, '')
  return /^(?:1[3-9]\d{9}){2,}$/.test(digits) ? (digits.match(/\d{11}/g) ?? [part]) : [part]
}

const extensionMark = /(?:转|分机|内线|ext\.?|#)(\d{1,6})\D*$/i

/** `86-577-61551234`: the country's code without its plus sign, before an area code. */
const countryFirst = /^86-(?=\d{2,3}-?\d{7,8}(?:-\d{1,6})?$)/

function oneNumber(part: string): Dialled {
  const marked = extensionMark.exec(part)
  const body = (marked === null ? part : part.slice(0, marked.index)).replace(/[()[\]]/g, '-')
  const groups = body
    .replace(/^\D*?(?:\+|00)86\D*/, '')
    .replace(countryFirst, '')
    .replace(/[^\d+-]/g, '')
    .replace(/^-+|-+$/g, '')
    .replace(/-{2,}/g, '-')
  const extension = marked?.[1] === undefined ? '' : `-${marked[1]}`
  const abroad = /(?:\+|00)86/.test(body) || countryFirst.test(body)
  return mobile(groups) ?? landline(groups, extension, abroad) ?? service(groups) ?? odd(groups)
}

function mobile(groups: string): Dialled | undefined {
  const digits = groups.replace(/\D/g, '')
  const national = /^86(1[3-9]\d{9})$/.exec(digits)?.[1] ?? digits
  return /^1[3-9]\d{9}$/.test(national) ? { phone: national, issues: [] } : undefined
}

function landline(groups: string, extension: string, abroad: boolean): Dialled | undefined {
  const whole = /^(0\d{2,3})-?(\d{7,8})(?:-(\d{1,6}))?$/.exec(groups)
  if (whole !== null) return { phone: `${whole[1]}${whole[2]}${whole[3] ? `-${whole[3]}` : extension}`, issues: [] }
  const lost = /^(10|2\d|[3-9]\d{2})-?(\d{7,8})(?:-(\d{1,6}))?$/.exec(groups)
  const isService = /^(?:400|800)/.test(groups)
  if (lost !== null && !isService) {
    const phone = `0${lost[1]}${lost[2]}${lost[3] ? `-${lost[3]}` : extension}`
    return { phone, issues: abroad ? [] : ['import.phone_zero_restored'] }
  }
  const local = /^([2-8]\d{6,7})(?:-(\d{1,6}))?$/.exec(groups)
  if (local === null) return undefined
  return { phone: `${local[1]}${local[2] ? `-${local[2]}` : extension}`, issues: ['import.phone_no_area_code'] }
}

function service(groups: string): Dialled | undefined {
  const digits = groups.replace(/\D/g, '')
  return /^(?:(?:400|800)\d{7}|12\d{3}|9[56]\d{3,4})$/.test(digits) ? { phone: digits, issues: [] } : undefined
}

/** Neither mobile nor landline: kept when it can be dialled at all (short numbers of a company's network, numbers abroad). */
function odd(groups: string): Dialled {
  const digits = groups.replace(/\D/g, '')
  const phone = /^\d{5,15}$/.test(digits) ? (groups.startsWith('+') ? `+${digits}` : digits) : null
  return { phone, issues: ['import.phone_odd'] }
}
