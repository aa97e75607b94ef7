import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { FindingView } from '@dj/shared/follow/finding/finding.schema.ts'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { AppealStanding } from '../appeals/AppealStanding.tsx'
import { PhotoStrip } from '../../platform/photos/PhotoStrip.tsx'
import { useQuarter } from '../../platform/ui/time/use-quarter.ts'
import { Chip } from '../../platform/ui/button/Chip.tsx'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { findingQueries } from './finding.queries.ts'

/** 检查情况: what inspectors found, with an appeal for those it concerns. Nothing where nobody has looked yet. */
export function FindingsSection({ order }: { order: OrderView }) {
  const { t } = useTranslation('inspections')
  const { data } = useQuery(findingQueries.of(order.id))
  if (data === undefined || data.items.length === 0) return null
  return (
    <section className="order__section" aria-labelledby="findings">
      <h2 id="findings">{t('findings.title')}</h2>
      {data.items.map((finding) => (
        <Finding key={finding.id} finding={finding} order={order} />
      ))}
    </section>
  )
}

function Finding({ finding, order }: { finding: FindingView; order: OrderView }) {
  const { t } = useTranslation(['inspections', 'slips'])
  const quarterWords = useQuarter()
  const { inspector, quarter, effect, verdict, upheld, attachments, enteredBy } = finding
  return (
    <div className="order__section">
      <span className="row">
        <strong>
          {effect !== null && `${t('effect')} ${t(`effect.${effect}`)}`}
          {' · '}
          {verdict !== null && `${t('verdict')} ${t(`verdict.${verdict}`)}`}
        </strong>
        {upheld !== 'standing' && <Chip>{t(`upheld.${upheld}`)}</Chip>}
      </span>
      <p className="prose order__words">{finding.words}</p>
      {attachments.length > 0 && <PhotoStrip ids={attachments} />}
      <span className="facts quiet">
        <span>{t('findings.by', { alias: inspector.alias })}</span>
        <span>
          <DateText value={finding.receivedAt} />
        </span>
        {quarter !== null && <span>{quarterWords(quarter)}</span>}
        {enteredBy !== null && <span>{t('slips:findings.enteredBy', { alias: enteredBy })}</span>}
        {finding.late && <span>{t('findings.late')}</span>}
      </span>
      <AppealStanding order={order} subjectId={finding.id} />
    </div>
  )
}
