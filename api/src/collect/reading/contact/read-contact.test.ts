import { expect, test } from 'vitest'
import { readContact } from './read-contact.ts'

test('a name and a number', () => {
  expect(readContact(' 陈厂长 ', 13800000101)).toMatchObject({ name: '陈厂长', phone: '13800000101', anonymous: false })
})

test.each(['匿名', '不愿透露', '不愿透露姓名', '（匿名）', '保密'])(
  '%s stays unnamed, even with a number to call back',
  (word) => {
    expect(readContact(word, '13800000101')).toMatchObject({ name: null, phone: '13800000101', anonymous: true })
    expect(readContact('', word)).toMatchObject({ name: null, phone: null, anonymous: true })
  },
)

test.each(['', '/', '无', '—', null, undefined])('%s and no number: anonymous', (cell) => {
  expect(readContact(cell, '')).toMatchObject({ name: null, phone: null, anonymous: true })
  expect(readContact(cell, '13800000101')).toMatchObject({ name: null, anonymous: false })
})

test('name and number in one cell are taken apart, whichever column they are in', () => {
  const apart = { name: '陈厂长', phone: '13800000101', anonymous: false }
  expect(readContact('陈厂长13800000101', '')).toMatchObject(apart)
  expect(readContact('陈厂长（138 0000 0101）', null)).toMatchObject(apart)
  expect(readContact('', '陈厂长：13800000101')).toMatchObject(apart)
  expect(readContact('', '电话：13800000101')).toMatchObject({ name: null, phone: '13800000101' })
})

test('a name of more than 40 characters is cut and said', () => {
  const read = readContact('某'.repeat(50), '13800000101')
  expect(read.name).toHaveLength(40)
  expect(read.nameIssues).toEqual(['import.text_cut'])
})
