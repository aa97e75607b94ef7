import { expect, test } from 'vitest'
import { fingerprintOf, nthVoice } from './fingerprint.ts'

const need = {
  town: '柳市镇',
  requesterName: '某企业',
  requesterKind: 'enterprise',
  body: '缺口约1.5万元，希望对接贷款。',
  collectedOn: '2026-10-09',
  contactName: '陈厂长',
  contactPhone: '13800000101',
}

test('spaces, width, case and punctuation do not make another need', () => {
  for (const body of [
    '缺口约1.5万元,希望对接贷款',
    ' 缺口约 1.5 万元，\n希望对接贷款！',
    '缺口约１.５万元；希望“对接”贷款。',
  ]) {
    expect(fingerprintOf({ ...need, body, requesterName: ' 某 企业' })).toBe(fingerprintOf(need))
  }
})

test('another figure, person, day, town or contact does', () => {
  const others = [
    { body: '缺口约15万元，希望对接贷款。' },
    { requesterName: '某企业乙' },
    { requesterKind: 'worker' },
    { collectedOn: '2026-10-10' },
    { collectedOn: null },
    { town: '虹桥镇' },
    { town: null },
    { requesterName: '某企', body: `业${need.body}` },
    { contactName: '林会计' },
    { contactName: null },
    { contactPhone: '13800000102' },
    { contactPhone: null },
    { contactName: '陈', contactPhone: '厂长13800000101' },
    { contactName: null, contactPhone: null },
  ]
  const prints = [need, ...others.map((other) => ({ ...need, ...other }))].map(fingerprintOf)
  expect(new Set(prints).size).toBe(prints.length)
})

test('rows that nobody can tell apart have a print each, and the first keeps its own', () => {
  const print = fingerprintOf(need)
  expect(nthVoice(print, 0)).toBe(print)
  expect(new Set([0, 1, 2].map((nth) => nthVoice(print, nth))).size).toBe(3)
})
