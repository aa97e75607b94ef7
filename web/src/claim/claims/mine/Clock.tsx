import { useTranslation } from 'react-i18next'
import type { DeadlineView } from '@dj/shared/build/order/deadline.schema.ts'
import type { LightColour } from '@dj/shared/platform/light-colour.ts'
import { remaining } from '@dj/shared/platform/time/deadline.ts'
import { GivenBack } from '../../../build/marks/GivenBack.tsx'
import { Until } from '../../../build/marks/Until.tsx'
import { useSettings } from '../../../county/settings/settings.queries.ts'
import { toDate } from '../../../platform/ui/time/dates.ts'
import { Light } from '../../../platform/ui/mark/Light.tsx'
import { useNow } from '../../../platform/ui/time/now.ts'

interface Props {
  readonly deadline: DeadlineView
  /** The claim's light, where it has one. */
  readonly light?: LightColour | null
}

/** The clock of a deadline: ● 正常 还剩 12 天 · 最晚办结 2026年12月21日 (周一). */
export function Clock({ deadline, light = null }: Props) {
  return (
    <span className="clock">
      {deadline.until !== null && <Left kind={deadline.kind} until={deadline.until} light={light} />}
      <span className="quiet">
        <Until deadline={deadline} />
      </span>
      {deadline.releasedAt !== null && <GivenBack at={deadline.releasedAt} />}
    </span>
  )
}

function Left({ kind, until, light }: { kind: DeadlineView['kind']; until: string; light: LightColour | null }) {
  const { t } = useTranslation('claims')
  const { days, overdue, overdueDays } = remaining(toDate(until), useNow())
  if (overdue) {
    const words = t('clock.over', { count: Math.max(overdueDays, 1) })
    return kind === 'finish' || kind === 'rectify' ? <Light colour="red">{words}</Light> : <strong>{words}</strong>
  }
  return (
    <>
      {light !== null && <WhyLit light={light} days={days} />}
      <strong>{days === 0 ? t('clock.today') : t('clock.left', { count: days })}</strong>
    </>
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
