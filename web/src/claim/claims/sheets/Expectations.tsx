import { useTranslation } from 'react-i18next'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { deadlineAfterDays, lastDayOf } from '@dj/shared/platform/time/deadline.ts'
import { productTime } from '../../../platform/api/clock.ts'
import { DateText } from '../../../platform/ui/time/DateText.tsx'
import { Icon } from '../../../platform/ui/mark/Icon.tsx'
import type { IconName } from '../../../platform/ui/mark/icons.ts'

/** The last day of a claim that starts now. */
export const dueIfTakenNow = (order: OrderView) =>
  lastDayOf(deadlineAfterDays(productTime(), order.expectation.termDays))

/** What a claim will ask of whoever takes it. */
export function Expectations({ order }: { order: OrderView }) {
  const { t } = useTranslation('claims')
  const { termDays: count, reportEveryDays } = order.expectation
  return (
    <ul className="expect">
      <Expectation icon="calendar">
        {t('expect.due', { count })} <DateText value={dueIfTakenNow(order)} />
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
