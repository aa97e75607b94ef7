import { useEffect, useEffectEvent, useState } from 'react'
import { AttachmentView, renewPhotoDays } from '@dj/shared/platform/attachment.schema.ts'
import { address } from '../api/client.ts'
import { productTime } from '../api/clock.ts'
import { upload } from '../api/upload.ts'
import { uuid } from '../api/uuid.ts'
import { photoShelf, type ShelvedPhoto } from './photo-shelf.ts'
import { isHeic, shrinkPhoto } from './shrink-photo.ts'

export const mostPhotos = 9

export interface Photo {
  readonly key: string
  readonly file: Blob
  readonly preview: string
  /** 0 to 1 while it travels. */
  readonly progress: number
  readonly attachmentId?: string | undefined
  readonly sentAt?: number | undefined
  readonly error?: unknown
}

/** The photos of a form: each is sent as soon as it is picked, can be sent again, and is kept on this device until the form is. */
export function usePhotos(shelf: string) {
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const change = (key: string, part: Partial<Photo>) =>
    setPhotos((before) => before.map((photo) => (photo.key === key ? { ...photo, ...part } : photo)))
  const send = async (photo: Photo) => {
    change(photo.key, { error: undefined, progress: 0 })
    try {
      const { id } = await sendPhoto(photo, (progress) => change(photo.key, { progress }))
      // What this browser may not be able to show is shown as the server drew it.
      if (isHeic(photo.file)) change(photo.key, { preview: address(`/attachments/${id}`) })
      change(photo.key, { attachmentId: id, sentAt: productTime().getTime(), progress: 1 })
    } catch (error) {
      change(photo.key, { error })
    }
  }
  const add = (fresh: readonly Photo[]) => {
    setPhotos((before) => [...before, ...fresh].slice(0, mostPhotos))
    for (const photo of fresh) if (photo.attachmentId === undefined) void send(photo)
  }
  useShelf(shelf, photos, add)
  return {
    photos,
    pick: (files: readonly Blob[]) => add(files.slice(0, mostPhotos - photos.length).map((file) => toPhoto(file))),
    retry: (photo: Photo) => void send(photo),
    remove: ({ key, preview }: Photo) => {
      URL.revokeObjectURL(preview)
      setPhotos((before) => before.filter((photo) => photo.key !== key))
    },
    /** The form is sent: nothing waits any more. */
    forget: () => photoShelf.write(shelf, []),
    ids: photos.flatMap(({ attachmentId }) => attachmentId ?? []),
    isWaiting: photos.some(({ attachmentId, error }) => attachmentId === undefined && error === undefined),
    isFailed: photos.some(({ attachmentId, error }) => attachmentId === undefined && error !== undefined),
  }
}

const toPhoto = (file: Blob, key = uuid(), sent?: Pick<Photo, 'attachmentId' | 'sentAt'>): Photo => ({
  ...{ key, file, ...sent },
  preview: URL.createObjectURL(file),
  progress: sent?.attachmentId === undefined ? 0 : 1,
})

/** What lay on the shelf; a photo that the server will soon forget, or may have forgotten, is to be sent anew under a new key. */
function fromShelf({ file, key, attachmentId, sentAt = 0 }: ShelvedPhoto): Photo {
  const isOld = attachmentId !== undefined && productTime().getTime() - sentAt > renewPhotoDays * 86_400_000
  return isOld ? toPhoto(file) : toPhoto(file, key, { attachmentId, sentAt })
}

async function sendPhoto({ key, file }: Photo, onProgress: (share: number) => void): Promise<AttachmentView> {
  const form = new FormData()
  form.set('file', await shrinkPhoto(file), 'photo.jpg')
  return upload('/attachments', { form, idempotencyKey: key, schema: AttachmentView, onProgress })
}

/** Takes what was left on the shelf, then puts every change there. */
function useShelf(shelf: string, photos: readonly Photo[], add: (photos: readonly Photo[]) => void): void {
  const [ready, setReady] = useState(false)
  const onFound = useEffectEvent(add)
  useEffect(() => {
    let gone = false
    void photoShelf.read(shelf).then((left) => {
      if (gone) return
      if (left.length > 0) onFound(left.map(fromShelf))
      setReady(true)
    })
    return () => {
      gone = true
    }
  }, [shelf])
  useEffect(() => {
    if (ready) void photoShelf.write(shelf, photos.map(toShelved))
  }, [shelf, photos, ready])
}

const toShelved = ({ key, file, attachmentId, sentAt }: Photo) => ({ key, file, attachmentId, sentAt })
