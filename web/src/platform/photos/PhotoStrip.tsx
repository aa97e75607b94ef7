import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { address } from '../api/client.ts'
import { Dialog } from '../ui/button/Dialog.tsx'
import { Icon } from '../ui/mark/Icon.tsx'
import './photos.css'

export const photoAddress = (id: string) => address(`/attachments/${id}`)

/** Photos as thumbnails; each opens large, and the arrow keys go on from there. */
export function PhotoStrip({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation('orders')
  const [shown, setShown] = useState<number>()
  return (
    <>
      <ul className="photos">
        {ids.map((id, nth) => (
          <li key={id}>
            <button type="button" className="photos__thumb" onClick={() => setShown(nth)}>
              <img src={photoAddress(id)} alt={t('photo.nth', { nth: nth + 1, count: ids.length })} loading="lazy" />
            </button>
          </li>
        ))}
      </ul>
      <Dialog
        open={shown !== undefined}
        title={t('photo.nth', { nth: (shown ?? 0) + 1, count: ids.length })}
        onClose={() => setShown(undefined)}
      >
        {shown !== undefined && <Large ids={ids} shown={shown} onShow={setShown} />}
      </Dialog>
    </>
  )
}

interface LargeProps {
  readonly ids: readonly string[]
  readonly shown: number
  readonly onShow: (nth: number) => void
}

function Large({ ids, shown, onShow }: LargeProps) {
  const { t } = useTranslation('orders')
  const step = (by: number) => onShow((shown + by + ids.length) % ids.length)
  const id = ids[shown]
  useArrows(step)
  return (
    <div className="photos__large">
      {id !== undefined && <img src={photoAddress(id)} alt={t('photo.nth', { nth: shown + 1, count: ids.length })} />}
      {ids.length > 1 && (
        <div className="row row--apart">
          <button type="button" className="btn" onClick={() => step(-1)}>
            <Icon name="back" />
            {t('photo.previous')}
          </button>
          <button type="button" className="btn" onClick={() => step(1)}>
            {t('photo.next')}
            <Icon name="forward" />
          </button>
        </div>
      )}
    </div>
  )
}

function useArrows(step: (by: number) => void): void {
  const onKey = useEffectEvent(({ key }: KeyboardEvent) => {
    if (key === 'ArrowLeft') step(-1)
    if (key === 'ArrowRight') step(1)
  })
  useEffect(() => {
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
