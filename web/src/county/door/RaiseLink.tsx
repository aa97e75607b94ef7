import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CountyView } from '@dj/shared/county/organization/county.schema.ts'
import { Icon } from '../../platform/ui/mark/Icon.tsx'

/** To the open form: of that county, or where one is chosen. */
export function RaiseLink({ county }: { county: CountyView | undefined }) {
  const { t } = useTranslation('door')
  const inside = (
    <>
      <Icon name="plus" />
      {t('raise')}
    </>
  )
  if (county === undefined) return <Link to="/raise">{inside}</Link>
  return (
    <Link to="/raise/$countyId" params={{ countyId: county.id }}>
      {inside}
    </Link>
  )
}
