import { useTranslation } from 'react-i18next'
import { dimensions, isGrade, type GivenGrades } from './grades.ts'
import './rating.css'

/** What somebody has given, in words. */
export function GivenRating({ rating }: { rating: GivenGrades }) {
  const { t } = useTranslation('ratings')
  return (
    <div className="given">
      <h2>{t('mine')}</h2>
      <dl>
        {dimensions.map((name) => {
          const grade = rating[name]
          return (
            <div key={name} className="given__row">
              <dt>{t(`dimension.${name}.short`)}</dt>
              <dd>{isGrade(grade) ? t(`grade.${grade}`) : grade}</dd>
            </div>
          )
        })}
      </dl>
      {rating.words !== null && <p>{t('quoted', { words: rating.words })}</p>}
    </div>
  )
}
