import type { z } from 'zod'
import { isProblemCode, problems } from '../problem.ts'
import { wordsForShape } from './shape-words.ts'

export interface FieldError {
  path: string
  code: string
  message: string
}
type Language = 'zh' | 'en'
type Issue = z.core.$ZodIssue

const sentence = (language: Language, zh: string, en: string) => (language === 'zh' ? zh : en)

/** One sentence a field that says what to do, from what the shared schema refused. Same words in the api and in the form. */
export function fieldErrors(error: z.core.$ZodError, language: Language = 'zh'): FieldError[] {
  return error.issues.flatMap((issue) => fromIssue(issue, language))
}

function fromIssue(issue: Issue, language: Language): FieldError[] {
  const path = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: path ? `${path}.${key}` : key,
      code: 'field.unknown',
      message: sentence(language, `不支持的字段“${key}”，请删除。`, `Unknown field "${key}".`),
    }))
  }
  return [{ path, ...describe(issue, language) }]
}

function describe(issue: Issue, language: Language): { code: string; message: string } {
  const say = (code: string, zh: string, en: string) => ({ code, message: sentence(language, zh, en) })
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? say('field.required', '此项必填。', 'This field is required.')
        : say('field.wrong_type', ...typeWords(issue.expected))
    case 'too_small':
      return tooSmall(issue, say)
    case 'too_big':
      if (issue.origin === 'array') {
        return say('field.too_big', `最多 ${String(issue.maximum)} 项。`, `At most ${String(issue.maximum)} of them.`)
      }
      return issue.origin === 'string'
        ? say(
            'field.too_long',
            `最多 ${String(issue.maximum)} 个字，请精简。`,
            `At most ${String(issue.maximum)} characters.`,
          )
        : say('field.too_big', `不能大于 ${String(issue.maximum)}。`, `At most ${String(issue.maximum)}.`)
    case 'invalid_format': {
      const [zh, en] = wordsForShape(issue.message, issue.format)
      return say('field.invalid', zh, en)
    }
    case 'not_multiple_of':
      return say(
        'field.invalid',
        `请填写 ${String(issue.divisor)} 的整数倍。`,
        `A multiple of ${String(issue.divisor)}.`,
      )
    case 'invalid_value':
      return say('field.not_offered', '请从给出的选项中选择。', 'Choose one of the options.')
    case 'custom':
      return custom(issue, say)
    default:
      return say('field.invalid', '格式不正确，请检查。', 'This is not in the right format.')
  }
}

const typeWords = (expected: string): [zh: string, en: string] => {
  if (expected === 'number') return ['请填写数字，如 12。', 'A number, such as 12.']
  if (expected === 'int') return ['请填写整数，如 12。', 'A whole number, such as 12.']
  if (expected === 'string') return ['请填写文字。', 'A text.']
  if (expected === 'boolean') return ['请选择“是”或“否”。', 'Yes or no.']
  return ['内容类型不正确。', 'This has the wrong type.']
}

type Say = (code: string, zh: string, en: string) => { code: string; message: string }

function tooSmall(issue: Extract<Issue, { code: 'too_small' }>, say: Say) {
  if (issue.origin === 'array') {
    return say('field.too_small', `至少 ${String(issue.minimum)} 项。`, `At least ${String(issue.minimum)} of them.`)
  }
  if (issue.origin !== 'string') {
    return say('field.too_small', `不能小于 ${String(issue.minimum)}。`, `At least ${String(issue.minimum)}.`)
  }
  return issue.input === ''
    ? say('field.required', '此项必填。', 'This field is required.')
    : say('field.too_short', `至少 ${String(issue.minimum)} 个字。`, `At least ${String(issue.minimum)} characters.`)
}

function custom(issue: Extract<Issue, { code: 'custom' }>, say: Say) {
  const code: unknown = issue.params?.['code']
  if (code === 'field.control_characters') {
    return say(code, '含有不可见的控制字符，请重新输入。', 'This contains invisible control characters.')
  }
  if (code === 'field.date_too_far') {
    return say(code, '日期太远（2199 年以后），请检查年份。', 'This day is too far away (after 2199). Check the year.')
  }
  if (code === 'field.no_reason') {
    return say(code, '请写明真实的事由，重复的字符不算。', 'Say why in words; repeated characters are no reason.')
  }
  if (code === 'field.office_name') {
    return say(
      code,
      '化名不能像单位或部门的名称，请换一个。',
      'An alias must not look like the name of an office. Choose another.',
    )
  }
  if (typeof code === 'string' && isProblemCode(code)) return say(code, problems[code].zh, problems[code].en)
  return say('field.invalid', '格式不正确，请检查。', 'This is not in the right format.')
}
