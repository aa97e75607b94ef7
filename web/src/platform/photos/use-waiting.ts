import { useTranslation } from 'react-i18next'
import type { usePhotos } from './use-photos.ts'

/** Why a form with photos cannot be sent yet: one that still travels, or did not arrive, would be missing without anybody noticing. */
export function useWaiting(photos: Pick<ReturnType<typeof usePhotos>, 'isFailed' | 'isWaiting'> | undefined) {
  const { t } = useTranslation('claims')
  if (photos?.isFailed) return t('photos.failed')
  return photos?.isWaiting ? t('photos.sending') : undefined
}
