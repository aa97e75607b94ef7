import { describe, expect, test } from 'vitest'
import { releasedWords, wordsForDoer } from './released-words.ts'

describe('the words for whoever took the work on', () => {
  test.each([
    ['请打 13800001234 找我', '请打 〔电话已隐去〕 找我'],
    ['电话138-0000-1234,微信同号', '电话〔电话已隐去〕,微信同号'],
    ['手机１３８００００１２３４', '手机〔电话已隐去〕'],
    ['办公室 0577-62000001 转 8', '办公室 〔电话已隐去〕 转 8'],
    ['身份证33038219900307123X', '身份证〔证件号已隐去〕'],
    ['微信号：chen_gq88，QQ 123456789', '微信号：〔微信号已隐去〕，QQ 〔QQ号已隐去〕'],
    ['发到 chen.gq@example.com 即可', '发到 〔邮箱已隐去〕 即可'],
    ['卡号 6222 0212 0011 2233 445', '卡号 〔账号已隐去〕'],
    ['短号 62001234', '短号 〔电话已隐去〕'],
    ['86 138 0000 1234', '〔电话已隐去〕'],
    ['tel13800001234', 'tel〔电话已隐去〕'],
    ['138 00 00 12 34', '〔电话已隐去〕'],
    ['打一三八零零零零一二三四', '打〔电话已隐去〕'],
    ['(0577)62000001', '〔电话已隐去〕'],
    ['330382 19900307 123x', '〔证件号已隐去〕'],
    ['旧证330382900307123', '旧证〔证件号已隐去〕'],
    ['共3500000元，20261205前用完', '共3500000元，20261205前用完'],
  ])('%s', (body, shown) => {
    expect(releasedWords(body, [])).toBe(shown)
  })

  test('names given with the contact are taken out, wherever they stand', () => {
    expect(releasedWords('我是陈国强,陈国强的班组', ['陈国强', null, ''])).toBe(
      '我是〔姓名已隐去〕,〔姓名已隐去〕的班组',
    )
  })

  test('a name is found without what was added to it', () => {
    expect(releasedWords('找陈国强', ['陈国强（班长）'])).toBe('找〔姓名已隐去〕')
  })

  test('an organization may be named, a person who raised it may not; words put right by hand stand as they are', () => {
    const need = { body: '宏达厂的陈国强', releasedWords: null, names: [null, '宏达厂'] } as const
    expect(wordsForDoer({ ...need, requesterKind: 'enterprise' })).toBe('宏达厂的陈国强')
    expect(wordsForDoer({ ...need, requesterKind: 'worker', names: ['陈国强', null] })).toBe('宏达厂的〔姓名已隐去〕')
    expect(wordsForDoer({ ...need, requesterKind: 'worker', releasedWords: '想学电工' })).toBe('想学电工')
  })

  test('a single letter is no name, and the work itself stays as it was said', () => {
    const work = '2026年12月5日前培训120人，每周2次，预算35000元，3号车间380V，合同编号A-2026-000123'
    expect(releasedWords(work, ['3'])).toBe(work)
  })
})
