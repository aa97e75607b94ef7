import { z } from 'zod'
import { AttachmentId } from './ids.ts'
import { Instant } from './text.schema.ts'

/** Photos only: JPEG, PNG or WebP by magic bytes, re-encoded to JPEG without EXIF. */
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
