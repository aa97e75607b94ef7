import { expect, test } from 'vitest'
import { headLine, readHeads } from './head-lines.ts'

const head = { countyId: '330382', seq: 1234, hash: 'a'.repeat(64) }

test('what is written is read again, with or without a note, under Windows line ends too', () => {
  const text = `# 乐清市\r\n${headLine(head)}\r\n\r\n${headLine({ ...head, seq: 1300 }, '2026-11-29 07:45')}\r\n`
  expect(readHeads(text)).toEqual({ heads: [head, { ...head, seq: 1300 }], unread: [] })
})

test('a line that is no head is told, not passed over', () => {
  const cut = headLine(head).slice(0, -1)
  expect(readHeads(`${headLine(head)}\n${cut}`)).toEqual({ heads: [head], unread: [cut] })
})
