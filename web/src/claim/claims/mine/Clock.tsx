import { useTranslation } from 'react-i18next'
import type { LightColour } from '@dj/shared/platform/light-colour.ts'
import { lastDayOf, remaining } from '@dj/shared/platform/time/deadline.ts'
import { useSettings } from '../../../county/settings/settings.queries.ts'
import { toDate } from '../../../platform/ui/time/dates.ts'
import { DateText } from '../../../platform/ui/time/DateText.tsx'
import { Light } from '../../../platform/ui/mark/Light.tsx'
import { useNow } from '../../../platform/ui/time/now.ts'

interface Props {
  readonly dueAt: string
  /** The claim's light, where it has one. */
  readonly light?: LightColour | null
}

/** The claim's clock: ● 正常 还剩 12 天 · 2026年12月21日 (周一). Its term is counted in days, so is what is left of it. */
export function Clock({ dueAt, light = null }: Props) {
  const { t } = useTranslation('claims')
  const due = toDate(dueAt)
  const { days, overdue, overdueDays } = remaining(due, useNow())
  return (
    <span className="clock">
      {overdue ? (
        <Light colour="red">{t('clock.over', { count: Math.max(overdueDays, 1) })}</Light>
      ) : (
        <>
          {light !== null && <WhyLit light={light} days={days} />}
          <strong>{days === 0 ? t('clock.today') : t('clock.left', { count: days })}</strong>
        </>
      )}
      <span className="quiet">
        <DateText value={lastDayOf(due)} />
      </span>
    </span>
  )
}

/** A light that is on because nothing was reported says so, though the end is still far. */
function WhyLit({ light, days }: { light: LightColour; days: number }) {
  const { t } = useTranslation('claims')
  const soon = useSettings()?.light.yellowLeftDays ?? days
  if (light === 'red') return <Light colour="red">{t('clock.silent')}</Light>
  return light === 'yellow' && days > soon ? (
    <Light colour="yellow">{t('clock.reportDue')}</Light>
  ) : (
    <Light colour={light} />
  )
}
