import { readCsv } from './csv/read-csv.ts'
import { readWorkbook } from './xlsx/read-workbook.ts'
import type { Table } from './table.ts'
import { UnreadableFile } from './unreadable-file.ts'

const zipMagic = [0x50, 0x4b]
const compoundMagic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** The tables in an uploaded file, told by its first bytes and not by its name. Throws `UnreadableFile`. */
export async function readTables(bytes: Uint8Array, fileName: string): Promise<Table[]> {
  if (bytes.length === 0) throw new UnreadableFile('import.empty')
  if (startsWith(bytes, zipMagic)) return readWorkbook(bytes)
  if (startsWith(bytes, compoundMagic)) throw new UnreadableFile(compoundFile(bytes))
  if (/\.(?:xlsx|xlsm|xls|et|ods)$/i.test(fileName)) throw new UnreadableFile('import.not_a_workbook')
  return readCsv(bytes, fileName)
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, at) => bytes[at] === byte)

/** Encrypted workbooks, old .xls and .doc share one container; the names of its streams tell them apart. */
function compoundFile(bytes: Uint8Array) {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (stream: string) => view.includes(Buffer.from(`${stream}\0`, 'utf16le'))
  if (holds('EncryptedPackage')) return 'import.encrypted'
  if (holds('Workbook') || holds('Book')) return 'import.old_excel'
  return holds('WordDocument') ? 'import.not_a_workbook' : 'import.encrypted'
}
