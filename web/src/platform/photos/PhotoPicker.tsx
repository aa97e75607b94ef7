import { useTranslation } from 'react-i18next'
import { explainProblem } from '../api/problem.ts'
import { Icon } from '../ui/mark/Icon.tsx'
import { mostPhotos, type Photo, type usePhotos } from './use-photos.ts'
import './photos.css'

/** Picks photos from the camera or the album; each shows how far it has travelled, and can be sent again. */
export function PhotoPicker({ photos }: { photos: ReturnType<typeof usePhotos> }) {
  const { t } = useTranslation('claims')
  const full = photos.photos.length >= mostPhotos
  return (
    <fieldset className="choices">
      <legend className="field__label">{t('photos.label', { count: photos.photos.length, most: mostPhotos })}</legend>
      <ul className="photos">
        {photos.photos.map((photo, nth) => (
          <Picked key={photo.key} photo={photo} nth={nth + 1} photos={photos} />
        ))}
        {!full && (
          <li>
            <label className="photos__add">
              <Icon name="camera" size={24} />
              <span>{t('photos.add')}</span>
              <input
                type="file"
                accept="image/*,.heic,.heif"
                multiple
                className="sr-only"
                onChange={({ target }) => {
                  photos.pick([...(target.files ?? [])])
                  target.value = ''
                }}
              />
            </label>
          </li>
        )}
      </ul>
      <output className="field__hint">{photos.isWaiting ? t('photos.sending') : ''}</output>
    </fieldset>
  )
}

interface PickedProps {
  readonly photo: Photo
  readonly nth: number
  readonly photos: ReturnType<typeof usePhotos>
}

function Picked({ photo, nth, photos }: PickedProps) {
  const { t } = useTranslation('claims')
  const sent = photo.attachmentId !== undefined
  const failed = !sent && photo.error !== undefined
  return (
    <li className="photos__picked">
      <span className={`photos__frame${sent ? '' : ' photos__frame--waiting'}`}>
        <img src={photo.preview} alt={t('photos.nth', { nth })} />
        {!sent && !failed && <progress max={1} value={photo.progress} aria-label={t('photos.progress', { nth })} />}
      </span>
      <button type="button" className="photos__remove" onClick={() => photos.remove(photo)}>
        <Icon name="close" size={16} label={t('photos.remove', { nth })} />
      </button>
      {failed && (
        <>
          <span className="field__error">{explainProblem(photo.error)}</span>
          <button type="button" className="btn" onClick={() => photos.retry(photo)}>
            <Icon name="refresh" />
            {t('photos.retry')}
          </button>
        </>
      )}
    </li>
  )
}
