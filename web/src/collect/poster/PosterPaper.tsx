import { useTranslation } from 'react-i18next'
import type { CountyView } from '@dj/shared/county/organization/county.schema.ts'
import { QrCode } from '../../platform/ui/mark/QrCode.tsx'

interface Props {
  readonly county: CountyView
  readonly address: string
  /** The town or organization it is put up for. */
  readonly desk: string | undefined
  readonly size: 'a4' | 'a5'
}

const steps = [1, 2, 3] as const

/** The sheet as it is put up: whose, what for, the code, three steps, and the number to call. */
export function PosterPaper({ county, address, desk, size }: Props) {
  const { t } = useTranslation(['poster', 'shell'])
  const { hotline } = county
  return (
    <article className={`poster poster--${size}`} aria-label={t('preview')}>
      <header>
        {county.name} {t('shell:product.name')}
      </header>
      <p className="poster__headline">{t('paper.headline')}</p>
      <p className="poster__lead">{t('paper.lead')}</p>
      <QrCode text={address} label={t('paper.qr', { county: county.name })} />
      <p className="poster__address">{address}</p>
      <ol>
        {steps.map((step) => (
          <li key={step}>{t(`paper.step.${step}`)}</li>
        ))}
      </ol>
      {hotline !== null && (
        <p className="poster__hotline">
          <span>{t('paper.hotline')}</span>
          <strong>{hotline.telephone}</strong>
          {hotline.hours !== null && <span>{hotline.hours}</span>}
        </p>
      )}
      {desk !== undefined && <footer>{t('paper.desk', { name: desk })}</footer>}
    </article>
  )
}
