/**
 * What to type where a text must have a shape. A schema names the shape as the message of its `.regex`, so that whoever
 * is refused is told what to enter and not only that it is wrong; zod names the rest by itself (`date`, `url`, `uuid`).
 */
export const shapeWords = {
  category: [
    '类别代码用小写英文字母和下划线，2 至 40 位，以字母开头，如 elder_care。',
    'Lower-case letters and underscores, 2 to 40, beginning with a letter, such as elder_care.',
  ],
  county: ['请填写 6 位行政区划代码，如 330382。', 'Six digits, such as 330382.'],
  date: ['请填写年月日，如 2026-11-18。', 'A day, such as 2026-11-18.'],
  datetime: ['请填写日期和时间，如 2026-11-18T09:30:00+08:00。', 'Day and time, such as 2026-11-18T09:30:00+08:00.'],
  email: ['请填写电子邮箱，如 name@example.cn。', 'An e-mail address, such as name@example.cn.'],
  item_code: [
    '代码用小写英文字母、数字和下划线，2 至 40 位，以字母开头。',
    'Lower-case letters, digits and underscores, 2 to 40, beginning with a letter.',
  ],
  mobile: ['手机号码共 11 位，后面不加分机号。', 'A mobile number has 11 digits and no extension.'],
  phone: [
    '请填写电话号码：手机 11 位，座机带区号，如 0577-61880000，分机号再加“-”。',
    'A telephone number, such as 13800001234 or 0577-61880000, an extension behind a hyphen.',
  ],
  quarter: ['请填写年份和季度，如 2026Q4。', 'Year and quarter, such as 2026Q4.'],
  receipt: ['回执码形如 330382-7KQM-X2WT，请对照回执单。', 'A receipt code looks like 330382-7KQM-X2WT.'],
  seed: ['应为 64 位十六进制数（0 至 9、a 至 f）。', '64 hexadecimal digits (0 to 9, a to f).'],
  town_code: ['请填写 9 位区划代码，如 330382101。', 'Nine digits, such as 330382101.'],
  url: ['请填写完整的网址，以 http:// 或 https:// 开头。', 'A whole address, beginning with http:// or https://.'],
  username: [
    '账号用小写英文字母、数字和 . _ -，2 至 40 位，以字母开头，如 zhang.san。',
    'Lower-case letters, digits and . _ -, 2 to 40, beginning with a letter, such as zhang.san.',
  ],
  uuid: ['请从给出的选项中选择。', 'Choose one of the options.'],
} as const satisfies Record<string, readonly [zh: string, en: string]>

export type Shape = keyof typeof shapeWords
const isShape = (name: string): name is Shape => Object.hasOwn(shapeWords, name)

/** The sentences for a refused shape: named by the schema, else by zod's own format. */
export const wordsForShape = (message: string, format: string): readonly [zh: string, en: string] =>
  shapeWords[isShape(message) ? message : isShape(format) ? format : 'uuid']
