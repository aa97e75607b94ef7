import { AttachmentView } from '@dj/shared/platform/attachment.schema.ts'
import { AttachmentId } from '@dj/shared/platform/ids.ts'
import { z } from 'zod'
import { operation } from '../http/spec.ts'
import { type MaySee, readPhoto } from './read-photo.ts'
import { uploadPhoto } from './upload-photo.ts'

export const attachmentRoutes = (maySee: MaySee) => [
  operation(
    {
      operation: 'attachment.create',
      method: 'post',
      path: '/attachments',
      tag: 'attachments',
      summary: '上传照片 · Upload one photo; it is drawn anew without what the camera wrote into it',
      upload: { maxBytes: 12 * 1024 * 1024, fields: ['file'], tooLarge: 'attachment.too_large' },
      reply: AttachmentView,
      status: 201,
      costs: 'photo',
      refusals: ['attachment.not_an_image', 'attachment.too_many_pixels', 'attachment.too_large'],
    },
    ({ deps, actor, upload }) => uploadPhoto(deps, { actor, bytes: upload.file.bytes }),
  ),
  operation(
    {
      operation: 'attachment.read',
      method: 'get',
      path: '/attachments/{id}',
      tag: 'attachments',
      summary: '查看照片 · The photo',
      params: z.strictObject({ id: AttachmentId }),
      reply: null,
      media: 'image/jpeg',
      refusals: [],
    },
    ({ deps, actor, params }) => readPhoto(deps, { actor, id: params.id, maySee }),
  ),
]
