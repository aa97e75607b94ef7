import { useTranslation } from 'react-i18next'
import { dueTerm } from '@dj/shared/build/order/due.rules.ts'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { deadlineAfterDays, lastDayOf } from '@dj/shared/platform/time/deadline.ts'
import { civilDateOf, daysBetween } from '@dj/shared/platform/time/quarter.ts'
import { productTime } from '../../../platform/api/clock.ts'
import { DateText } from '../../../platform/ui/time/DateText.tsx'
import { Icon } from '../../../platform/ui/mark/Icon.tsx'
import type { IconName } from '../../../platform/ui/mark/icons.ts'

/** The last day of a claim that starts now. */
export const dueIfTakenNow = (order: OrderView) =>
  lastDayOf(dueTerm(deadlineAfterDays(productTime(), order.expectation.termDays), order.dueOn).dueAt)

/** What a claim will ask of whoever takes it. */
export function Expectations({ order }: { order: OrderView }) {
  const { t } = useTranslation('claims')
  const { reportEveryDays } = order.expectation
  const due = dueIfTakenNow(order)
  const count = daysBetween(civilDateOf(productTime()), due)
  return (
    <ul className="expect">
      <Expectation icon="calendar">
        {t(count > 0 ? 'expect.due' : 'expect.dueToday', { count })} <DateText value={due} />
      </Expectation>
      <Expectation icon="note">{t('expect.report', { count: reportEveryDays })}</Expectation>
      <Expectation icon="check">{t('expect.acceptance', { acceptance: order.acceptance })}</Expectation>
      {order.confirmRequired && (
        <Expectation icon="clock">{t('expect.confirm', { owner: order.owner.name })}</Expectation>
      )}
      <Expectation icon="back">{t('expect.free')}</Expectation>
    </ul>
  )
}

function Expectation({ icon, children }: { icon: IconName; children: React.ReactNode }) {
  return (
    <li>
      <Icon name={icon} />
      <span>{children}</span>
    </li>
  )
}
