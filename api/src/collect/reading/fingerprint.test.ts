import { expect, test } from 'vitest'
import { fingerprintOf } from './fingerprint.ts'

const need = {
  town: '柳市镇',
  requesterName: '某企业',
  requesterKind: 'enterprise',
  body: '缺口约1.5万元，希望对接贷款。',
  collectedOn: '2026-10-09',
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

test('another figure, person, day or town does', () => {
  const others = [
    { body: '缺口约15万元，希望对接贷款。' },
    { requesterName: '某企业乙' },
    { requesterKind: 'worker' },
    { collectedOn: '2026-10-10' },
    { collectedOn: null },
    { town: '虹桥镇' },
    { town: null },
    { requesterName: '某企', body: `业${need.body}` },
  ]
  const prints = [need, ...others.map((other) => ({ ...need, ...other }))].map(fingerprintOf)
  expect(new Set(prints).size).toBe(prints.length)
})
