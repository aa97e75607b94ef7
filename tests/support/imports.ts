import { readFile } from 'node:fs/promises'
import { newId } from '@dj/api/platform/deps.ts'
import { insertOrganization } from '@dj/db/queries/county/organizations.ts'
import { ImportReport } from '@dj/shared/collect/need/import.schema.ts'
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { townSheet, workbookOf } from './workbook-of.ts'
import { type Client, test as base, type World } from './world.ts'

export const real = await readFile(new URL('../../api/src/main/demo/data/needs-2026Q4.xlsx', import.meta.url))
export const workbook = (bytes: Uint8Array<ArrayBuffer> = new Uint8Array(real), name = 'needs-2026Q4.xlsx') =>
  new File([bytes], name)

export const test = base.extend<{ county: Client }>({
  county: async ({ world }, use) => {
    const { root } = world.county
    for (const name of ['虹桥镇', '北白象镇', '大荆镇', '乐成街道']) {
      const town = { countyId: root.countyId, id: newId(), kind: 'town' as const, name, demo: false }
      await world.deps.withTx(root.countyId, (tx, at) => insertOrganization(tx, { ...town, createdAt: at }, root))
    }
    await use(world.as(await world.aCountyOrganizer()))
  },
})

export const bring = async (who: Client, file: File, fields: Record<string, string> = {}, dryRun = false) =>
  who.upload(`/needs/import?dryRun=${dryRun}`, { file, fields })
export const brought = async (...args: Parameters<typeof bring>) => (await bring(...args)).as(ImportReport)
const counted = {
  needs: sql`select count(*)::int as n from need`,
  contacts: sql`select count(*)::int as n from need_contact`,
  batches: sql`select count(*)::int as n from import_batch`,
  events: sql`select count(*)::int as n from event where kind like 'need.%' or kind like 'import.%'`,
}
export const stored = (world: World, what: keyof typeof counted) =>
  world.deps.withTx('330382', async (tx) => (await tx.execute<{ n: number }>(counted[what]))[0]?.n)
export const nothingStored = async (world: World) => {
  for (const what of ['needs', 'contacts', 'batches', 'events'] as const) {
    expect([what, await stored(world, what)]).toEqual([what, 0])
  }
}

export const rowOf = (body: string, name = '某企业', kind = '企业') => [
  1,
  name,
  kind,
  '权益维护',
  body,
  46304,
  '',
  '',
  '',
]
export const sheetOf = (town: string, ...rows: ReturnType<typeof rowOf>[]) =>
  workbook(new Uint8Array(workbookOf([townSheet(town, rows)])), '需求.xlsx')
