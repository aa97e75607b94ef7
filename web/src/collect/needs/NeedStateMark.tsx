import { useTranslation } from 'react-i18next'
import type { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { Chip } from '../../platform/ui/button/Chip.tsx'

export function NeedStateMark({ need }: { need: Pick<NeedView, 'state' | 'mergedIntoId'> }) {
  const { t } = useTranslation(['domain', 'needs'])
  return <Chip>{need.mergedIntoId === null ? t(`needState.${need.state}`) : t('needs:merged')}</Chip>
}
