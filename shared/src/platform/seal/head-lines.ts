import type { Head } from './chain.rules.ts'

export type CountyHead = Head & { countyId: string }

/** A head as it is kept outside the database: `330382:1234:<hash>`, then whatever helps a reader. */
export const headLine = ({ countyId, seq, hash }: CountyHead, note = ''): string =>
  `${countyId}:${seq}:${hash}${note === '' ? '' : ` ${note}`}`

/** The head on a line, or undefined where there is none to be read. */
export function readHead(line: string): CountyHead | undefined {
  const [, countyId = '', seq = '', hash = ''] = /^(\d{6}):(\d{1,9}):([0-9a-f]{64})(?:\s.*)?$/.exec(line.trim()) ?? []
  return hash === '' ? undefined : { countyId, seq: Number(seq), hash }
}

/** Every head of a file; empty lines and those that begin with # say nothing. A line that cannot be read is told: one lost head hides a fault. */
export function readHeads(text: string): { heads: CountyHead[]; unread: string[] } {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const read = lines.map((line) => ({ line, head: readHead(line) }))
  return {
    heads: read.flatMap(({ head }) => head ?? []),
    unread: read.flatMap(({ line, head }) => (head ? [] : [line])),
  }
}
