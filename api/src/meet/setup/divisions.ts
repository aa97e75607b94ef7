import { readFile } from 'node:fs/promises'
import { must } from '@dj/shared/platform/assert.ts'

export interface Division {
  id: string
  name: string
  towns: { code: string; name: string }[]
}

const LIST = new URL(import.meta.resolve('@dj/db/seed/wenzhou-divisions.csv'))

/** The counties and towns whose division codes are known. */
export async function knownDivisions(): Promise<Division[]> {
  const counties = new Map<string, Division>()
  for (const line of (await readFile(LIST, 'utf8')).trim().split(/\r?\n/).slice(1)) {
    const [id, name, code, town] = line.split(',').map((cell) => must(cell, `a cell in "${line}"`))
    const county = counties.get(must(id, 'a county')) ?? {
      id: must(id, 'a county'),
      name: must(name, 'a name'),
      towns: [],
    }
    county.towns.push({ code: must(code, 'a town'), name: must(town, 'a name') })
    counties.set(county.id, county)
  }
  return [...counties.values()]
}
