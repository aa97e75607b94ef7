import { useTranslation } from 'react-i18next'
import type { ChecklistView } from '@dj/shared/follow/finding/finding.schema.ts'
import type { ChecklistItem } from '@dj/shared/follow/finding/checklist-item.schema.ts'
import { Boxes } from './PaperBoxes.tsx'

/** Every item of the checklist, also those that depend on another: the paper cannot hide them. */
export function PaperChecklist({ checklist }: { checklist: ChecklistView }) {
  const { t } = useTranslation('slips')
  return (
    <table className="slip-paper__checklist">
      <caption>{t('paper.checklist', { version: checklist.version })}</caption>
      <tbody>
        {checklist.items.map((item) => (
          <tr key={item.code}>
            <th scope="row">
              <ItemWords item={item} />
            </th>
            <td>
              <Answer item={item} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ItemWords({ item: { text, evidence, when } }: { item: ChecklistItem }) {
  const { t } = useTranslation(['slips', 'inspections'])
  const is = when?.is
  const answer = typeof is === 'boolean' ? t(is ? 'inspections:item.yes' : 'inspections:item.no') : is
  return (
    <>
      {answer !== undefined && <small>{t('paper.if', { answer })} </small>}
      {text}
      {evidence && <small> [{t('paper.evidence')}]</small>}
    </>
  )
}

const grades = ['1', '2', '3', '4', '5'] as const

function Answer({ item: { kind } }: { item: ChecklistItem }) {
  const { t } = useTranslation('inspections')
  if (kind === 'yes_no') return <Boxes options={[t('item.yes'), t('item.no')]} />
  if (kind === 'grade') return <Boxes options={grades} />
  return null
}
