import { useTranslation } from 'react-i18next'
import type { InspectionList } from '@dj/shared/follow/finding/finding.schema.ts'
import { act } from '../../../platform/ui/button/ActionButton.tsx'
import { ConfirmAction } from '../../../platform/ui/button/ConfirmAction.tsx'
import { useOutbox } from './use-outbox.ts'
import { keyOf } from '../visit/writing.ts'

/** What was written for an order that went to somebody else: kept until its writer lets it go. */
export function LostWritings({ list }: { list: InspectionList }) {
  const { t } = useTranslation('inspections')
  const { outbox, writings } = useOutbox()
  const known = new Set(list.items.map(keyOf))
  const lost = [...(writings ?? [])].filter(([key]) => !known.has(key)).map(([, writing]) => writing)
  if (lost.length === 0) return null
  return (
    <section className="inspections__lost" aria-labelledby="lost-writings">
      <h2 id="lost-writings">{t('lost.title')}</h2>
      <p>{t('lost.body')}</p>
      {lost.map((writing) => (
        <div key={keyOf(writing)} className="stack">
          <strong>{writing.title}</strong>
          <p className="inspection__words">{writing.words}</p>
          <ConfirmAction
            action={act(() => void outbox.drop(writing))}
            kind="danger"
            question={t('lost.question', { title: writing.title })}
            consequence={t('lost.consequence')}
            confirmLabel={t('lost.drop')}
          >
            {t('lost.drop')}
          </ConfirmAction>
        </div>
      ))}
    </section>
  )
}
