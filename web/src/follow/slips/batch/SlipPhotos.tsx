import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { PhotoPicker } from '../../../platform/photos/PhotoPicker.tsx'
import { type Photo, usePhotos } from '../../../platform/photos/use-photos.ts'
import { Icon } from '../../../platform/ui/mark/Icon.tsx'
import type { VisitDraft } from '../../inspections/visit/visit-draft.ts'
import type { SlipRow } from './slip-row.ts'
import { shelfOf } from './use-send-slips.ts'

interface Props {
  readonly row: SlipRow
  readonly draft: VisitDraft
  readonly write: (part: Partial<SlipRow>) => void
}

/** Prints the inspector brought, or a photo of the slip itself; each travels as soon as it is picked. */
export function SlipPhotos({ row, draft, write }: Props) {
  const { t } = useTranslation('slips')
  const photos = usePhotos(shelfOf(row.id))
  const fault = draft.faults.get('attachmentIds')
  const sent = photos.ids.join(' ')
  const onSent = useEffectEvent((ids: readonly string[]) => {
    const known = new Set(row.photos.map(({ attachmentId }) => attachmentId))
    const fresh = ids.filter((id) => !known.has(id))
    if (fresh.length > 0) write({ photos: [...row.photos, ...fresh.map((id) => ({ key: id, attachmentId: id }))] })
  })
  useEffect(() => onSent(sent === '' ? [] : sent.split(' ')), [sent])
  const remove = (photo: Photo) => {
    photos.remove(photo)
    write({ photos: row.photos.filter(({ attachmentId }) => attachmentId !== photo.attachmentId) })
  }
  return (
    <div className="stack">
      <PhotoPicker photos={{ ...photos, remove }} />
      <p className="quiet">{t('photos.hint')}</p>
      {fault !== undefined && (
        <div className="field__error">
          <Icon name="alert" size={16} />
          {fault}
        </div>
      )}
    </div>
  )
}
