import { useTranslation } from 'react-i18next'
import { Icon } from '../../../platform/ui/mark/Icon.tsx'
import { useKeptPhoto } from './kept-photos.ts'
import type { WritingPhoto } from '../visit/writing.ts'

interface Props {
  readonly photos: readonly WritingPhoto[]
  readonly onRemove?: ((photo: WritingPhoto) => void) | undefined
  readonly children?: React.ReactNode
}

/** Photos as this device has them; those not uploaded yet say so. */
export function KeptPhotos({ photos, onRemove, children }: Props) {
  return (
    <ul className="photos">
      {photos.map((photo, nth) => (
        <KeptPhoto key={photo.key} photo={photo} nth={nth + 1} onRemove={onRemove} />
      ))}
      {children}
    </ul>
  )
}

function KeptPhoto({ photo, nth, onRemove }: { photo: WritingPhoto; nth: number; onRemove: Props['onRemove'] }) {
  const { t } = useTranslation('inspections')
  const source = useKeptPhoto(photo.key, photo.attachmentId)
  return (
    <li className="photos__picked">
      <span className="photos__frame">
        {source !== undefined && <img src={source} alt={t('photo.kept', { nth })} />}
      </span>
      {onRemove !== undefined && (
        <button type="button" className="photos__remove" onClick={() => onRemove(photo)}>
          <Icon name="close" size={16} label={t('photos.remove', { nth })} />
        </button>
      )}
      {photo.attachmentId === null && <span className="quiet inspection__waiting">{t('photos.waiting')}</span>}
    </li>
  )
}
