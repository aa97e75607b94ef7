import { crc32, deflateSync } from 'node:zlib'

/** What a camera writes into a picture and nobody may see. */
export const traces = ['Zhang San', 'WGS-84']

/** A grey PNG with those traces in it. */
export function aPhoto({ width = 60, height = 40, shade = 128 } = {}): Uint8Array<ArrayBuffer> {
  const rows = Buffer.alloc(height * (width + 1), shade)
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0 // each row begins with the filter it used: none
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  size.set([8, 0], 8) // eight bits, grey
  const words = traces.map((trace) => chunk('tEXt', Buffer.from(`Author\0${trace}`, 'latin1')))
  const parts = [chunk('IHDR', size), ...words, chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return new Uint8Array(Buffer.concat([Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'), ...parts]))
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
