import { useTranslation } from 'react-i18next'
import type { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { PhotoStrip } from '../../platform/photos/PhotoStrip.tsx'
import { LastDay } from '../../platform/ui/time/LastDay.tsx'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { useCategoryName } from '../../county/settings/settings.queries.ts'
import { ContactFact } from './ContactFact.tsx'
import { MergedVoices } from './MergedVoices.tsx'
import { ReceiptFact } from './ReceiptFact.tsx'

export function NeedFacts({ need }: { need: NeedView }) {
  const { t } = useTranslation(['needs', 'domain'])
  const category = useCategoryName()
  const kind = t(`domain:requesterKind.${need.requesterKind}`)
  const facts: readonly (readonly [label: string, value: React.ReactNode])[] = [
    [t('fact.requester'), need.requesterName === null ? kind : `${need.requesterName} (${kind})`],
    [t('fact.organization'), need.organization?.name],
    [t('fact.town'), need.town?.name],
    [t('fact.category'), category(need.category)],
    [t('fact.channel'), t(`domain:channel.${need.channel}`)],
    [t('fact.round'), need.roundLabel],
    [t('fact.collectedOn'), need.collectedOn && <DateText value={need.collectedOn} />],
    [t('fact.respondBy'), <LastDay key="by" deadline={need.respondBy} />],
    [t('fact.holder'), need.holder?.alias],
    [t('fact.seconds'), need.seconds > 0 && t('seconds', { count: need.seconds })],
    [t('fact.remark'), need.remark],
  ]
  return (
    <>
      <dl className="need-facts">
        {facts
          .filter(([, value]) => Boolean(value))
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        {need.contact !== null && <ContactFact need={need} contact={need.contact} />}
        {need.contact !== null && (
          <div>
            <dt>{t('fact.share')}</dt>
            <dd>{t(need.contactShared ? 'share.yes' : 'share.no')}</dd>
          </div>
        )}
        <ReceiptFact need={need} />
      </dl>
      {need.photos.length > 0 && <PhotoStrip ids={need.photos} />}
      {need.voices.length > 0 && <MergedVoices need={need} />}
    </>
  )
}
