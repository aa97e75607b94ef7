import { useTranslation } from 'react-i18next'
import type { ChecklistItem } from '@dj/shared/follow/finding/checklist-item.schema.ts'
import { Chip } from '../../platform/ui/button/Chip.tsx'

/** One version as a numbered list: what is asked, how it is answered, and when it appears. */
export function ItemList({ items }: { items: readonly ChecklistItem[] }) {
  return (
    <ol className="checklist__items">
      {items.map((item, at) => (
        <li key={item.code}>
          <b className="checklist__number">{at + 1}</b>
          <ItemWords item={item} items={items} />
        </li>
      ))}
    </ol>
  )
}

function ItemWords({ item, items }: { item: ChecklistItem; items: readonly ChecklistItem[] }) {
  const { t } = useTranslation('checklists')
  const { text, kind, required, evidence, when } = item
  const answer = useAnswerWord()
  const earlier = items.find(({ code }) => code === when?.code)
  return (
    <div className="checklist__item">
      <span className="checklist__text">{text}</span>
      <span className="row">
        <span className="quiet">{t(`kind.${kind}`)}</span>
        <Chip>{t(required ? 'required' : 'optional')}</Chip>
        {evidence && <Chip>{t('evidence')}</Chip>}
      </span>
      {when !== null && (
        <span className="quiet">{t('when.words', { text: earlier?.text ?? when.code, answer: answer(when.is) })}</span>
      )}
    </div>
  )
}

/** An answer as the inspector's form calls it. */
export function useAnswerWord(): (answer: boolean | number | string) => string {
  const { t } = useTranslation('inspections')
  return (answer) => (typeof answer === 'boolean' ? t(answer ? 'item.yes' : 'item.no') : String(answer))
}
