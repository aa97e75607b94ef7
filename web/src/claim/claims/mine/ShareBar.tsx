import { useTranslation } from 'react-i18next'

/** How far the work is, as a bar and in words. */
export function ShareBar({ share }: { share: number }) {
  const { t } = useTranslation('claims')
  return (
    <span className="share">
      <span className="share__track" aria-hidden="true">
        <span className="share__done" style={{ width: `${share}%` }} />
      </span>
      <span>{t('share', { share })}</span>
    </span>
  )
}
