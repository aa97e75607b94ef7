import { useEffect, useState } from 'react'
import { photoAddress } from '../../../platform/photos/PhotoStrip.tsx'
import { deviceStore } from './device-store.ts'

/** Fetches photos one after another and keeps them on this device; what fails is fetched the next time. */
export async function keepPhotos(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    if ((await deviceStore.readPhoto(id)) !== undefined) continue
    const reply = await fetch(photoAddress(id)).catch(() => undefined)
    if (reply?.ok === true) await deviceStore.writePhoto(id, await reply.blob())
  }
}

/** Where the browser finds a photo: on this device if it is kept, else at its address. */
export function useKeptPhoto(key: string, attachmentId: string | null): string | undefined {
  const [source, setSource] = useState<string>()
  useEffect(() => {
    let address: string | undefined
    let gone = false
    void deviceStore.readPhoto(key).then((photo) => {
      if (gone) return
      address = photo === undefined ? undefined : URL.createObjectURL(photo)
      setSource(address ?? (attachmentId === null ? undefined : photoAddress(attachmentId)))
    })
    return () => {
      gone = true
      if (address !== undefined) URL.revokeObjectURL(address)
    }
  }, [key, attachmentId])
  return source
}
