import type { TFunction } from 'i18next'
import { wordsFor } from '../api/problem.ts'
import type { FieldFault } from './use-draft.ts'

/** A fault as a sentence that says what to do. */
export function faultWords(t: TFunction, fault: FieldFault, label: string): string {
  if (fault.from === 'api') return wordsFor(fault.code) ?? fault.message
  const { issue } = fault
  switch (issue.code) {
    case 'too_small':
      return tooSmall(t, issue.origin, Number(issue.minimum), label)
    case 'too_big':
      return tooBig(t, issue.origin, Number(issue.maximum), label)
    case 'invalid_type':
      return t('field.required', { label })
    case 'invalid_value':
      return t('field.choose', { label })
    case 'custom':
      return wordsFor(String(issue.params?.['code'])) ?? t('field.invalid', { label })
    default:
      return t('field.invalid', { label })
  }
}

function tooSmall(t: TFunction, origin: string, limit: number, label: string): string {
  if (origin === 'string')
    return limit <= 2 ? t('field.required', { label }) : t('field.tooShort', { label, count: limit })
  if (origin === 'array') return t('field.tooFew', { label, count: limit })
  return t('field.tooSmall', { label, limit })
}

function tooBig(t: TFunction, origin: string, limit: number, label: string): string {
  if (origin === 'string') return t('field.tooLong', { label, count: limit })
  if (origin === 'array') return t('field.tooMany', { label, count: limit })
  return t('field.tooBig', { label, limit })
}
