import { useTranslation } from 'react-i18next'
import type { DayRule } from '@dj/shared/county/calendar/calendar.schema.ts'
import { Dialog } from '../../../platform/ui/button/Dialog.tsx'
import { CorrectDay } from './CorrectDay.tsx'
import { EnterWords } from './EnterWords.tsx'

export type Changing = { source: 'notice' | 'list' } | { source: 'correction'; rule: DayRule }

interface Props {
  readonly year: number
  readonly changing: Changing | null
  readonly onClose: () => void
}

/** 录入放假通知 · 上传清单 · 改正某一天, each beside the calendar it changes. */
export function ChangeSheet({ year, changing, onClose }: Props) {
  const { t } = useTranslation('calendar')
  const title = changing === null ? '' : t(`enter.${changing.source}`)
  return (
    <Dialog open={changing !== null} sheet title={`${title} · ${t('year', { year })}`} onClose={onClose}>
      {changing?.source === 'correction' && <CorrectDay year={year} rule={changing.rule} onDone={onClose} />}
      {(changing?.source === 'notice' || changing?.source === 'list') && (
        <EnterWords key={changing.source} year={year} source={changing.source} onDone={onClose} />
      )}
    </Dialog>
  )
}
