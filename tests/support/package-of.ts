import { crc32, deflateRawSync } from 'node:zlib'

/** One part of a ZIP package; the odd fields let a test lie in the directory. */
export interface Part {
  readonly name: string
  readonly content: string | Uint8Array
  readonly stored?: boolean
  readonly encrypted?: boolean
  readonly declaredSize?: number
  /** Sizes in the 64-bit extra field, as Java's streaming writers put them. */
  readonly wide?: boolean
}

const wide = 0xffffffff

/** A ZIP archive made by hand. */
export function zipOf(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const content = Buffer.from(part.content)
    const packed = part.stored === true ? content : deflateRawSync(content)
    const local = header(part, content, packed, 0)
    directory.push(header(part, content, packed, 1, offset))
    bodies.push(local, packed)
    offset += local.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, list, end])
}

function header(part: Part, content: Buffer, packed: Buffer, kind: 0 | 1, offset = 0): Buffer {
  const name = Buffer.from(part.name)
  const size = part.declaredSize ?? content.length
  const extra = part.wide === true ? wideSizes(size, packed.length, kind === 1 ? offset : undefined) : Buffer.alloc(0)
  const fixed = Buffer.alloc(kind === 0 ? 30 : 46)
  const shift = kind * 2
  fixed.writeUInt32LE(kind === 0 ? 0x04034b50 : 0x02014b50, 0)
  fixed.writeUInt16LE(part.encrypted === true ? 1 : 0, 6 + shift)
  fixed.writeUInt16LE(part.stored === true ? 0 : 8, 8 + shift)
  fixed.writeUInt32LE(crc32(content), 14 + shift)
  fixed.writeUInt32LE(part.wide === true ? wide : packed.length, 18 + shift)
  fixed.writeUInt32LE(part.wide === true ? wide : size, 22 + shift)
  fixed.writeUInt16LE(name.length, 26 + shift)
  fixed.writeUInt16LE(extra.length, 28 + shift)
  if (kind === 1) fixed.writeUInt32LE(part.wide === true ? wide : offset, 42)
  return Buffer.concat([fixed, name, extra])
}

function wideSizes(size: number, packed: number, offset: number | undefined): Buffer {
  const values = offset === undefined ? [size, packed] : [size, packed, offset]
  const extra = Buffer.alloc(4 + values.length * 8)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(values.length * 8, 2)
  for (const [index, value] of values.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + index * 8)
  return extra
}
