import { crc32, createInflateRaw } from 'node:zlib'
import { limits } from '../limits.ts'
import { UnreadableFile } from '../unreadable-file.ts'

export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localHeader = 0x04034b50
const zip64EndOfDirectory = 0x06064b50
const in64 = 0xffffffff

const broken = () => new UnreadableFile('import.not_a_workbook')

/** Reads the directory only, nothing is inflated; refuses what declares more than `limits.inflatedBytes`. */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const entries = entriesFrom(view, findDirectory(view))
    const declared = entries.reduce((sum, entry) => sum + entry.size, 0)
    if (declared > limits.inflatedBytes) throw new UnreadableFile('import.too_large')
    if (entries.some((entry) => entry.encrypted)) throw new UnreadableFile('import.encrypted')
    return entries
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('import.not_a_workbook', { cause: error })
  }
}

function findDirectory(view: Buffer): { offset: number; count: number } {
  const earliest = Math.max(0, view.length - 65_557)
  for (let at = view.length - 22; at >= earliest; at--) {
    if (view.readUInt32LE(at) !== endOfDirectory) continue
    const count = view.readUInt16LE(at + 10)
    const offset = view.readUInt32LE(at + 16)
    return count === 0xffff || offset === in64 ? findDirectory64(view, at) : { offset, count }
  }
  throw broken()
}

function findDirectory64(view: Buffer, end: number): { offset: number; count: number } {
  const at = Number(view.readBigUInt64LE(end - 20 + 8))
  if (view.readUInt32LE(at) !== zip64EndOfDirectory) throw broken()
  return { count: Number(view.readBigUInt64LE(at + 32)), offset: Number(view.readBigUInt64LE(at + 48)) }
}

function entriesFrom(view: Buffer, directory: { offset: number; count: number }): ZipEntry[] {
  if (directory.count > limits.entries) throw new UnreadableFile('import.too_large')
  const entries: ZipEntry[] = []
  let at = directory.offset
  for (let left = directory.count; left > 0; left--) {
    if (view.readUInt32LE(at) !== directoryEntry) throw broken()
    const nameLength = view.readUInt16LE(at + 28)
    const extraLength = view.readUInt16LE(at + 30)
    const extra = view.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
    const [size, packed, offset] = sizes64(
      extra,
      [24, 20, 42].map((field) => view.readUInt32LE(at + field)),
    )
    entries.push({
      name: view.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      method: view.readUInt16LE(at + 10),
      encrypted: (view.readUInt16LE(at + 8) & 1) === 1,
      crc: view.readUInt32LE(at + 16),
      size: size ?? in64,
      packed: packed ?? in64,
      offset: offset ?? in64,
    })
    at += 46 + nameLength + extraLength + view.readUInt16LE(at + 32)
  }
  return entries
}

/** Java's streaming writers put every size into the 64-bit extra field, small files included. */
function sizes64(extra: Buffer, fields: number[]): number[] {
  let at = 0
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2)
  let next = at + 4
  return fields.map((field) => {
    if (field !== in64 || next + 8 > extra.length) return field
    next += 8
    return Number(extra.readBigUInt64LE(next - 8))
  })
}

/** The entry's content in chunks. Stops at the declared size, and refuses content that differs from its directory. */
export async function* inflateEntry(bytes: Uint8Array, entry: ZipEntry): AsyncGenerator<Buffer> {
  let size = 0
  let crc = 0
  try {
    for await (const chunk of unpack(packedBytes(bytes, entry), entry.method)) {
      size += chunk.length
      if (size > entry.size) throw new UnreadableFile('import.too_large')
      crc = crc32(chunk, crc)
      yield chunk
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('import.not_a_workbook', { cause: error })
  }
  if (size !== entry.size || crc !== entry.crc) throw broken()
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Buffer {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.readUInt32LE(entry.offset) !== localHeader) throw broken()
  const start = entry.offset + 30 + view.readUInt16LE(entry.offset + 26) + view.readUInt16LE(entry.offset + 28)
  if (start + entry.packed > view.length) throw broken()
  return view.subarray(start, start + entry.packed)
}

async function* unpack(packed: Buffer, method: number): AsyncGenerator<Buffer> {
  const step = 256 * 1024
  if (method === 0) for (let at = 0; at < packed.length; at += step) yield packed.subarray(at, at + step)
  else if (method === 8) yield* createInflateRaw({ chunkSize: step }).end(packed)
  else throw broken()
}
