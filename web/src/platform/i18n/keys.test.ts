import { expect, test } from 'vitest'
import { en } from './en/index.ts'
import { zhCN as house } from './zh-CN/index.ts'
import { rooms } from './zh-CN/rooms.ts'

const zhCN = { ...house, ...rooms }
const stem = (key: string) => key.replace(/_(one|other)$/, '')
const keysOf = (dictionary: object) => [...new Set(Object.keys(dictionary).map(stem))].toSorted()
const entriesOf = (language: object) =>
  Object.entries(language).flatMap(([namespace, words]) =>
    Object.entries(words as Record<string, string>).map(([key, text]) => ({ key: `${namespace}:${key}`, text })),
  )
const slots = (text: string) => [...new Set(text.match(/\{\{\w+(, \w+)?\}\}/g))].toSorted()

test('both languages have the same namespaces', () => {
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(zhCN).toSorted())
})

test.each(Object.keys(zhCN) as (keyof typeof zhCN)[])('both languages say the same things about %s', (namespace) => {
  expect(keysOf(en[namespace])).toEqual(keysOf(zhCN[namespace]))
})

test('a translation fills the same blanks', () => {
  const english = new Map(entriesOf(en).map(({ key, text }) => [key, text]))
  for (const { key, text } of entriesOf(zhCN)) expect([key, slots(english.get(key) ?? '')]).toEqual([key, slots(text)])
})

test('nothing is left empty', () => {
  expect([...entriesOf(zhCN), ...entriesOf(en)].filter(({ text }) => text.trim() === '')).toEqual([])
})

test('Chinese sentences use full-width punctuation', () => {
  const halfWidth = entriesOf(zhCN).filter(({ text }) => /[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]/.test(text))
  expect(halfWidth).toEqual([])
})
