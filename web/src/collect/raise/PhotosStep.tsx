import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { PhotoPicker } from '../../platform/photos/PhotoPicker.tsx'
import type { Raise } from './raise.ts'
import { Step, useStep } from './Step.tsx'

const nothing = z.object({})

/** What it looks like there, for those who like; sent as they are picked. */
export function PhotosStep({ raise }: { raise: Raise }) {
  const { t } = useTranslation('raise')
  const draft = useStep(raise, nothing, [])
  return (
    <Step raise={raise} draft={draft} title={t('photos.title')}>
      <p className="quiet">{t('photos.hint')}</p>
      {raise.photos !== undefined && <PhotoPicker photos={raise.photos} />}
    </Step>
  )
}
