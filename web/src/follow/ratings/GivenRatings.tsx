import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppealSubject } from '@dj/shared/follow/appeal/appeal.schema.ts'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { AppealStanding, useSubjects } from '../appeals/AppealStanding.tsx'
import { useValueWords } from '../appeals/use-value-words.ts'
import { useQuarter } from '../../platform/ui/time/use-quarter.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { DateText } from '../../platform/ui/time/DateText.tsx'

const few = 5

/** 逐条评价, for those they concern: what each said, not who, with how it stands with appeals. */
export function GivenRatings({ order }: { order: OrderView }) {
  const { t } = useTranslation('ratings')
  const [all, setAll] = useState(false)
  const given = useSubjects(order)?.items.filter(({ subject, mine }) => subject === 'rating' && !mine) ?? []
  if (given.length === 0) return null
  return (
    <div className="order__section">
      <h3>{t('given.title')}</h3>
      <p className="quiet">{t('given.note')}</p>
      <ul className="given-list">
        {given.slice(0, all ? undefined : few).map((rating) => (
          <Given key={rating.subjectId} rating={rating} order={order} />
        ))}
      </ul>
      {!all && given.length > few && (
        <div>
          <ActionButton action={act(() => setAll(true))} icon="down">
            {t('given.all', { count: given.length })}
          </ActionButton>
        </div>
      )}
    </div>
  )
}

function Given({ rating, order }: { rating: AppealSubject; order: OrderView }) {
  const { t } = useTranslation('ratings')
  const say = useValueWords()
  const quarter = useQuarter()
  const { subjectId, side, words, at, value } = rating
  return (
    <li className="given-list__one">
      <strong>{say(value)}</strong>
      {words !== null && <p className="prose">{t('quoted', { words })}</p>}
      <span className="facts quiet">
        {side !== null && <span>{t(`side.${side}`)}</span>}
        {rating.quarter !== null && <span>{quarter(rating.quarter)}</span>}
        <span>
          <DateText value={at} />
        </span>
      </span>
      <AppealStanding order={order} subjectId={subjectId} />
    </li>
  )
}
