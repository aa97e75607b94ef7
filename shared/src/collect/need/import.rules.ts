/** Row numbers as people read them, ascending: `[4, 5, 6, 9]` is `4-6, 9`. */
export function rowList(rows: readonly number[]): string {
  const runs: [from: number, to: number][] = []
  for (const row of rows) {
    const last = runs.at(-1)
    if (last !== undefined && row === last[1] + 1) last[1] = row
    else runs.push([row, row])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ')
}

/** How many rows such a list names. */
export const rowsNamed = (list: string): number =>
  list
    .split(', ')
    .map((run) => run.split('-').map(Number))
    .reduce((sum, [from = Number.NaN, to = from]) => sum + to - from + 1, 0)

/** Every row read is one of four things, and the file accounts for each: nothing is swallowed, nothing counted twice. */
export const isBalanced = (counts: Readonly<Record<'rows' | 'create' | 'known' | 'repeated' | 'refused', number>>) =>
  counts.rows === counts.create + counts.known + counts.repeated + counts.refused
