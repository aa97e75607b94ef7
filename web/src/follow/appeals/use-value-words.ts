import { useTranslation } from 'react-i18next'
import { Effect, Verdict } from '@dj/shared/exit/verdict.ts'
import { grades } from '../ratings/grades.ts'

const numbers = ['attitude', 'speed', 'result'] as const
const gradeOf = (value: unknown) => grades.find((grade) => grade === value)

/** What a finding or a rating said, in words. */
export function useValueWords() {
  const { t } = useTranslation(['appeals', 'inspections', 'ratings'])
  return (value: Readonly<Record<string, unknown>>): string => {
    const effect = Effect.safeParse(value['effect']).data
    const verdict = Verdict.safeParse(value['verdict']).data
    return [
      ...(effect === undefined ? [] : [`${t('value.effect')} ${t(`inspections:effect.${effect}`)}`]),
      ...(verdict === undefined ? [] : [`${t('value.verdict')} ${t(`inspections:verdict.${verdict}`)}`]),
      ...numbers.flatMap((name) => {
        const grade = gradeOf(value[name])
        return grade === undefined ? [] : [`${t(`ratings:dimension.${name}.short`)} ${t(`ratings:grade.${grade}`)}`]
      }),
      ...(value['excluded'] === true ? [t('value.excluded')] : []),
    ].join(' · ')
  }
}
