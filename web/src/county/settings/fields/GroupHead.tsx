import { useTranslation } from 'react-i18next'
import { Chip } from '../../../platform/ui/button/Chip.tsx'
import type { Group } from './fields.ts'

/** What the numbers are about, and that no office above us has set them. */
export function GroupHead({ group }: { group: Group | 'plan' | 'hotline' | 'bulletin' | 'categories' }) {
  const { t } = useTranslation('settings')
  return (
    <>
      <header className="settings__head">
        <h2>{t(`group.${group}`)}</h2>
        {group !== 'hotline' && group !== 'bulletin' && <Chip>{t('mark')}</Chip>}
      </header>
      {group === 'session' && <p className="quiet">{t('session.hint')}</p>}
    </>
  )
}
