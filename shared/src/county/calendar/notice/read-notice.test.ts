import { describe, expect, test } from 'vitest'
import { readNotice } from './read-notice.ts'

const told = (words: string, year: number) =>
  readNotice(words, year).days.map(({ day, isWorking }) => `${day.slice(5)}${isWorking ? '班' : '休'}`)
const troubles = (words: string, year: number) =>
  readNotice(words, year).troubles.map(({ line, code, about }) => ({ line, code, about }))

describe('a sentence of the notice', () => {
  test.each([
    ['元旦：1月1日放假，与周末连休。', 2024, ['01-01休']],
    ['元旦:1月1日(周三)放假1天,不调休.', 2025, ['01-01休']],
    [
      '一、元旦：２０２６年１月１日（星期四）至３日（星期六）放假调休，共３天。１月４日（星期日）上班。',
      2026,
      ['01-01休', '01-02休', '01-03休', '01-04班'],
    ],
    ['清明节：4月5日放假，4月6日（星期一）补休。', 2015, ['04-05休', '04-06休']],
    ['2．清明节：4月4日—6日放假，共三天。', 2026, ['04-04休', '04-05休', '04-06休']],
    ['元旦：2022年12月31日至2023年1月2日放假，共3天。', 2023, ['12-31休', '01-01休', '01-02休']],
    [
      '元旦：2018年12月30日至1月1日放假调休，共3天。2018年12月29日（星期六）上班。',
      2019,
      ['12-29班', '12-30休', '12-31休', '01-01休'],
    ],
    ['中秋节、国庆节：9月29日至10月1日放假，共3天', 2023, ['09-29休', '09-30休', '10-01休']],
    ['端午节：6月10日放假，与周末连休，共3天。', 2024, ['06-10休']],
  ])('%s', (words, year, days) => {
    expect(troubles(words, year)).toEqual([])
    expect(told(words, year)).toEqual(days)
  })

  test('is whole though its line breaks off, and ends with its line where it is complete', () => {
    expect(told('春节：2月10日至\n17日放假调休，\n共8天。', 2024)).toHaveLength(8)
    expect(told('春节：2月10日至17日放假调休，共8天\n2月4日（星期日）上班', 2024)).toHaveLength(9)
  })

  test('is found in a text without line breaks', () => {
    const words = '通知如下：一、元旦：1月1日放假。二、清明节：4月4日放假。国庆节、中秋节：10月1日放假。'
    expect(told(words, 2025)).toEqual(['01-01休', '04-04休', '10-01休'])
  })

  test('says by which holiday a day is free or worked', () => {
    const words = '国庆节、中秋节：10月1日放假。9月28日（周日）上班。'
    expect(readNotice(words, 2025).days.map(({ note }) => note)).toEqual(['国庆节、中秋节调休上班', '国庆节、中秋节'])
  })
})

describe('a sentence that cannot be read for certain', () => {
  test.each([
    ['calendar.read_weekday', '元旦：1月1日（周五）放假。', '1月1日(周五)，2026-01-01 是周四'],
    ['calendar.read_total', '元旦：1月1日至3日放假调休，共4天。', '共4天，实为 3 天'],
    ['calendar.read_total', '元旦：1月1日至3日放假2天。', '放假2天，实为 3 天'],
    ['calendar.read_no_day', '清明节：4月31日放假。', '4月31日'],
    ['calendar.read_no_day', '清明节：4月6日至4日放假。', '4月6日至4日'],
    ['calendar.read_no_day', '清明节：4月4日至5月6日放假。', '4月4日至5月6日'],
    ['calendar.read_no_day', '清明节：4日放假。', '4日'],
    ['calendar.read_unread', '清明节：4月4日前后放假。', '前后放假'],
    ['calendar.read_unread', '清明节：4月4日（周六）至6日（周一）。', '清明节：4月4日（周六）至6日（周一）'],
    ['calendar.read_unread', '清明节：放假安排另行通知。', '放假安排另行通知'],
    ['calendar.read_worked_anyway', '劳动节：4月27日上班。', '2026-04-27'],
    ['calendar.read_no_holiday', '4月26日（周日）上班。', '4月26日（周日）上班'],
    ['calendar.read_other_year', '清明节：2027年4月5日放假。', '2027年4月5日'],
    ['calendar.read_year_unclear', '元旦：12月31日至1月2日放假。', '12月31日'],
  ])('%s: %s', (code, words, about) => {
    const [first] = troubles(`\n${words}`, 2026)
    expect(first).toMatchObject({ line: 2, code })
    expect(first?.about.replaceAll('，', ',')).toContain(
      about.replace('清明节：4月4日（周六）至6日（周一）', '').replaceAll('，', ','),
    )
  })

  test('names the day and the sentence it clashes with', () => {
    const words = '劳动节：5月1日至5日放假调休，共5天。5月3日上班。'
    expect(troubles(words, 2026)).toEqual([
      { line: 1, code: 'calendar.read_clash', about: '2026-05-03：劳动节：5月1日至5日放假调休，共5天' },
    ])
  })

  test('belongs to another notice when its holiday had its sentence before', () => {
    const words = '元旦：1月1日放假。\n元旦：1月2日放假。'
    expect(troubles(words, 2026)).toEqual([{ line: 2, code: 'calendar.read_holiday_twice', about: '元旦' }])
  })
})
