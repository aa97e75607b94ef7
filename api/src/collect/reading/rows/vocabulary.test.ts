import { describe, expect, test } from 'vitest'
import { codes, read } from '../xlsx/row-builder.ts'

test.each([
  [
    'requesterKind',
    { 企业: 'enterprise', 党组织: 'organization', 党员: 'member', 职工: 'worker', ' 职 工 ': 'worker' },
  ],
  [
    'category',
    {
      权益维护: 'rights',
      技能提升: 'skills',
      人文关怀: 'care',
      文化融合: 'culture',
      择偶成家: 'marriage',
      共研: 'research',
      共复: 'resume',
      共商: 'orders',
      共济: 'materials',
      共享: 'staff',
      共抓: 'safety',
      共购: 'purchasing',
      共融: 'finance',
      共拓: 'markets',
      组织建设: 'organization_building',
      志愿服务: 'volunteering',
      其他: 'other',
      '共融（资金）': 'finance',
      '1.共融': 'finance',
      权益维护类: 'rights',
      来料加工: 'processing',
    },
  ],
  ['urgency', { 特急: 'critical', 紧急: 'urgent', 一般: 'normal' }],
  [
    'channel',
    {
      组织座谈: 'symposium',
      征求意见: 'solicitation',
      民意测评: 'poll',
      热线: 'hotline',
      搜索员走访: 'scout',
      志愿服务站: 'station',
      自助: 'self_service',
    },
  ],
] as const)('the words for %s', (field, words) => {
  for (const [word, code] of Object.entries(words)) {
    const row = read({ [field]: word })
    expect([word, row.need[field], row.issues]).toEqual([word, code, []])
  }
})

describe('words that mean nothing', () => {
  test('who needs it cannot be guessed: an error at its column', () => {
    const row = read({ requesterKind: '协会' })
    expect(row).toMatchObject({ outcome: 'refused', need: { requesterKind: null } })
    expect(row.issues).toEqual([{ level: 'error', code: 'import.kind_unknown', column: 'C 需求主体', value: '协会' }])
    expect(codes({ requesterKind: '' })).toEqual(['import.kind_missing'])
  })

  test('category, urgency and channel have a safe default and a word about it', () => {
    const row = read({ category: '修路', urgency: '马上', channel: '微信' })
    expect(row).toMatchObject({
      outcome: 'proposed',
      need: { category: 'other', urgency: 'normal', channel: 'import' },
    })
    expect(row.issues).toHaveLength(3)
    expect(row.issues).toEqual(
      expect.arrayContaining([
        { level: 'warning', code: 'import.category_unknown', column: 'D 需求类别', value: '修路' },
        { level: 'warning', code: 'import.urgency_unknown', column: 'F 紧急程度', value: '马上' },
        { level: 'warning', code: 'import.channel_unknown', column: 'G 征集方式', value: '微信' },
      ]),
    )
    expect(codes({ category: '', urgency: '—', channel: null }).toSorted()).toEqual([
      'import.category_missing',
      'import.channel_missing',
      'import.urgency_missing',
    ])
  })

  test('of several categories the first is taken', () => {
    expect(read({ category: '权益维护、技能提升' })).toMatchObject({
      need: { category: 'rights' },
      issues: [{ code: 'import.category_several' }],
    })
  })
})
