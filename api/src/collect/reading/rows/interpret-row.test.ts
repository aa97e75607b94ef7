import { describe, expect, test } from 'vitest'
import { codes, read } from '../xlsx/row-builder.ts'
import type { Cell } from '../table.ts'

test('a clean row becomes a need without a word', () => {
  expect(read()).toEqual({
    outcome: 'proposed',
    issues: [],
    need: {
      sheet: '柳市镇',
      row: 4,
      town: '柳市镇',
      requesterName: '某低压电器企业甲',
      requesterKind: 'enterprise',
      category: 'finance',
      body: '订单增加但回款慢，希望对接低息贷款。',
      urgency: 'critical',
      channel: 'symposium',
      collectedOn: '2026-10-09',
      collectedPrecision: 'day',
      contactName: '陈厂长',
      contactPhone: '13800000101',
      phoneWords: null,
      anonymous: false,
      remark: null,
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  })
})

describe('the town', () => {
  test('the row’s own column counts before the sheet, and a difference is pointed out', () => {
    expect(read({ town: '虹桥' })).toMatchObject({
      need: { town: '虹桥镇' },
      issues: [{ code: 'import.town_differs', value: '虹桥' }],
    })
    expect(codes({ town: '柳市镇' })).toEqual([])
  })
  test('a town of another county is refused, none at all is pointed out', () => {
    expect(read({}, { town: '瓯北街道' })).toMatchObject({
      outcome: 'refused',
      issues: [{ code: 'import.town_unknown' }],
    })
    expect(read({}, { town: null })).toMatchObject({
      outcome: 'proposed',
      need: { town: null },
      issues: [{ code: 'import.town_missing' }],
    })
    expect(read({ town: '某某园区' }, { knownTowns: [], town: null }).need.town).toBe('某某园区')
  })
})

describe('the words of the need', () => {
  test.each<[Cell, string]>([
    [null, 'import.body_missing'],
    ['  ', 'import.body_missing'],
    ['要', 'import.body_too_short'],
    ['要'.repeat(2001), 'import.body_too_long'],
    ['#REF!', 'import.cell_error'],
    ['想\u0000贷款', 'import.text_control'],
    ['想\u202E款贷', 'import.text_control'],
    ['想\uD800贷款', 'import.text_control'],
    ['想\u001B贷款', 'import.text_control'],
  ])('%j is refused', (body, code) =>
    expect(read({ body })).toMatchObject({ outcome: 'refused', issues: [{ code, level: 'error' }] }),
  )

  test.each(['=1+1', '+86的电话打不通', '-5度也要上夜班', '@所有人 来开会', '=HYPERLINK("http://x")'])(
    '%s is kept as typed',
    (body) => {
      expect(read({ body })).toMatchObject({ outcome: 'proposed', need: { body }, issues: [] })
    },
  )

  test('2 to 2000 characters, NFC, line breaks as they are', () => {
    expect(codes({ body: '贷款' })).toEqual([])
    expect(codes({ body: '要'.repeat(2000) })).toEqual([])
    expect(read({ body: 'cafe\u0301 第一\r\n第二\u000B第三' }).need.body).toBe('café 第一\n第二\n第三')
  })
})

test('a text that hides something is one error, quoted visibly; an endless one too', () => {
  expect(read({ requesterName: '某\u202E企业' }).issues).toEqual([
    { level: 'error', code: 'import.text_control', column: 'B 企业名称', value: '某\uFFFD企业' },
  ])
  const endless = ' x'.repeat(100_000)
  for (const field of [
    'town',
    'requesterName',
    'requesterKind',
    'category',
    'urgency',
    'channel',
    'collectedOn',
    'contactName',
    'contactPhone',
  ] as const) {
    expect(codes({ [field]: endless })).toEqual(['import.text_too_long'])
  }
})

test('an organization needs a name, a worker may stay unnamed', () => {
  expect(read({ requesterName: '' })).toMatchObject({
    outcome: 'refused',
    issues: [{ code: 'import.requester_missing' }],
  })
  expect(read({ requesterName: '', requesterKind: '职工' })).toMatchObject({
    outcome: 'proposed',
    need: { requesterName: '未具名' },
    issues: [{ code: 'import.requester_assumed' }],
  })
  expect(codes({ requesterName: '某'.repeat(81) })).toEqual(['import.text_too_long'])
})

test('a remark is only a remark, and a long one is cut', () => {
  expect(read({ remark: '这是资源不是需求？' })).toMatchObject({
    outcome: 'proposed',
    need: { remark: '这是资源不是需求？' },
    issues: [],
  })
  expect(read({ remark: '长'.repeat(1001) })).toMatchObject({
    need: { remark: '长'.repeat(1000) },
    issues: [{ code: 'import.text_cut' }],
  })
  expect(read({ remark: new Date('2026-10-12T00:00:00Z') }).need.remark).toBe('2026-10-12')
})

test('an impossible date keeps the row out, an unreadable one does not', () => {
  expect(read({ collectedOn: '2026-02-30' })).toMatchObject({
    outcome: 'refused',
    issues: [{ code: 'import.date_impossible', column: 'H 征集日期', value: '2026-02-30' }],
  })
  expect(read({ collectedOn: '上周' })).toMatchObject({
    outcome: 'proposed',
    need: { collectedOn: null },
    issues: [{ code: 'import.date_unreadable' }],
  })
})
