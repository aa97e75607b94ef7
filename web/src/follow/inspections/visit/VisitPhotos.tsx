import { useTranslation } from 'react-i18next'
import { Icon } from '../../../platform/ui/mark/Icon.tsx'
import { KeptPhotos } from '../outbox/KeptPhotos.tsx'
import { useOutbox } from '../outbox/use-outbox.ts'
import type { VisitDraft } from './visit-draft.ts'

const most = 20

/** Photos taken on site: on this device at once, on the server when there is a network. */
export function VisitPhotos({ draft }: { draft: VisitDraft }) {
  const { t } = useTranslation('inspections')
  const { outbox } = useOutbox()
  const { photos } = draft.writing
  const pick = async (files: readonly File[]) => {
    const fresh = await outbox.addPhotos(files.slice(0, most - photos.length))
    draft.write({ photos: [...photos, ...fresh] })
  }
  return (
    <fieldset className="choices">
      <legend className="field__label">{t('photos.title', { count: photos.length })}</legend>
      <KeptPhotos
        photos={photos}
        onRemove={({ key }) => draft.write({ photos: photos.filter((photo) => photo.key !== key) })}
      >
        {photos.length < most && (
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
                  void pick([...(target.files ?? [])])
                  target.value = ''
                }}
              />
            </label>
          </li>
        )}
      </KeptPhotos>
    </fieldset>
  )
}
