import { useTranslation } from 'react-i18next'
import type { InspectionView } from '@dj/shared/follow/finding/finding.schema.ts'
import { DateText } from '../../../platform/ui/time/DateText.tsx'
import { KeptPhotos } from '../outbox/KeptPhotos.tsx'

type Words = InspectionView['said'][number]

/** What the claimant and the requester say, side by side, with photos that are on this device. */
export function Said({ inspection: { said } }: { inspection: InspectionView }) {
  const answers = said.filter(({ kind }) => kind === 'answer')
  return (
    <div className="inspection__said">
      <Voice of="claimant" said={said.filter(({ kind }) => kind !== 'answer')} />
      <Voice of="requester" said={answers} />
    </div>
  )
}

function Voice({ of, said }: { of: 'claimant' | 'requester'; said: readonly Words[] }) {
  const { t } = useTranslation(['inspections', 'domain'])
  return (
    <section className="stack" aria-labelledby={`said-${of}`}>
      <h2 id={`said-${of}`}>{t(`said.${of}`)}</h2>
      {said.length === 0 && <p className="quiet">{t(`said.none.${of}`)}</p>}
      {said.map((each, nth) => (
        <div key={nth} className="inspection__voice">
          <span className="facts quiet">
            <span>{t(`said.${each.kind}`)}</span>
            <span>
              <DateText value={each.at} />
            </span>
          </span>
          {each.answer !== null && <strong>{t(`domain:answer.${each.answer}`)}</strong>}
          {each.words !== '' && <p className="inspection__words">{each.words}</p>}
          {each.attachments.length > 0 && (
            <KeptPhotos photos={each.attachments.map((id) => ({ key: id, attachmentId: id }))} />
          )}
        </div>
      ))}
    </section>
  )
}
