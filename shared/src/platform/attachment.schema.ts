import { z } from 'zod'
import { AttachmentId } from './ids.ts'
import { Instant } from './text.schema.ts'

/** Photos only: JPEG, PNG, WebP or HEIC by magic bytes, re-encoded to JPEG without EXIF. */
export const AttachmentView = z.object({
  id: AttachmentId,
  mime: z.literal('image/jpeg'),
  bytes: z.int(),
  width: z.int(),
  height: z.int(),
  uploadedAt: Instant,
})
export type AttachmentView = z.infer<typeof AttachmentView>
export const maxPhotoBytes = 10 * 1024 * 1024

/** How long a reply is kept under its key, so that the same click gets it again. */
export const replyDays = 7
/** A photo that shows nothing outlives the reply under its key by a day: no resend is answered with a photo that is gone. */
export const unusedPhotoDays = replyDays + 1
/** From this age on a form that still holds a photo sends it anew, under a new key. */
export const renewPhotoDays = 5
