import { useTranslation } from 'react-i18next'
import type { PersonView } from '@dj/shared/county/people/people.schema.ts'
import { Icon } from '../../platform/ui/mark/Icon.tsx'
import './people.css'

const icons = { active: 'check', suspended: 'lock', left: 'minus' } as const

/** In a word and a mark, not by colour alone. */
export function PersonStatus({ status }: Pick<PersonView, 'status'>) {
  const { t } = useTranslation('people')
  return (
    <span className={`person-status person-status--${status}`}>
      <Icon name={icons[status]} size={16} />
      {t(`status.${status}`)}
    </span>
  )
}
