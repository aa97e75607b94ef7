export const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** A file to save, under a Chinese name where the browser can. */
export const download = (bytes: Uint8Array, file: { name: string; format: keyof typeof mediaTypes }): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaTypes[file.format],
      'content-disposition': `attachment; filename="download.${file.format}"; filename*=UTF-8''${encodeURIComponent(`${file.name}.${file.format}`)}`,
      'cache-control': 'no-store',
    },
  })
