const side = 2560
const small = 1_500_000

/** What iPhones write. Safari draws it; for other browsers the server does. Some systems do not know its type, only its name. */
export const isHeic = (file: Blob): boolean =>
  /^image\/hei[cf]/.test(file.type) || (file instanceof File && /\.hei[cf]$/i.test(file.name))

/** Large photos are drawn smaller before they travel: county networks are slow, and nobody needs 48 million pixels. What cannot be drawn goes as it is. */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  if ((file.size <= small && !isHeic(file)) || !('createImageBitmap' in globalThis)) return file
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, side / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85))
    return drawn === null || (drawn.size >= file.size && !isHeic(file)) ? file : drawn
  } catch {
    return file
  }
}
