import { useTranslation } from 'react-i18next'
import type { usePhotos } from '../../platform/photos/use-photos.ts'

/** A photo that still travels, or did not arrive, would be missing without anybody noticing. */
export function usePhotosWaiting(photos: ReturnType<typeof usePhotos>): string | undefined {
  const { t } = useTranslation('claims')
  if (photos.isFailed) return t('photos.failed')
  return photos.isWaiting ? t('photos.sending') : undefined
}
