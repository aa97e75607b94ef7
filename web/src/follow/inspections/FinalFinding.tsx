import { useTranslation } from 'react-i18next'
import type { FindingView } from '@dj/shared/follow/finding/finding.schema.ts'
import { KeptPhotos } from './outbox/KeptPhotos.tsx'

/** A finding that is submitted: to be read only. */
export function FinalFinding({ finding }: { finding: FindingView }) {
  const { t } = useTranslation('inspections')
  return (
    <section className="stack" aria-labelledby="result">
      <h2 id="result">{t('result.title')}</h2>
      <p className="quiet">{t('final')}</p>
      <p>
        <strong>
          {finding.effect !== null && `${t('effect')} ${t(`effect.${finding.effect}`)}`}
          {' · '}
          {finding.verdict !== null && `${t('verdict')} ${t(`verdict.${finding.verdict}`)}`}
        </strong>
      </p>
      <p className="inspection__words">{finding.words}</p>
      <KeptPhotos photos={finding.attachments.map((id) => ({ key: id, attachmentId: id }))} />
    </section>
  )
}
