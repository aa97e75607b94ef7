import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FrameEntry, frameLine } from '@dj/shared/follow/round/draw.rules.ts'
import { DrawBundle } from '@dj/shared/follow/round/round.schema.ts'
import { type Ceremony, sha256 } from './ceremony.ts'
import { administer } from './database.ts'
import type { World } from './world.ts'

export const bundleOf = async (world: World, round: Ceremony) =>
  (await world.anonymous().get(`/rounds/${round.id}/bundle`)).as(DrawBundle)

/** The database's owner, whom no guard of ours stops. */
export const owner = (world: World, ...statements: string[]) =>
  administer(world.url, async (sql) => {
    for (const statement of statements) await sql.unsafe(statement)
  })

const verifier = join(import.meta.dirname, '../../api/src/follow/draw/verify/verify-draw.mjs')

/** What the stand-alone verifier says about a bundle. */
export async function verify(bundle: unknown): Promise<{ ok: boolean; says: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'dj-bundle-'))
  const file = join(folder, 'bundle.json')
  await writeFile(file, typeof bundle === 'string' ? bundle : JSON.stringify(bundle))
  const result = await new Promise<{ ok: boolean; says: string }>((resolve) => {
    execFile(process.execPath, [verifier, file], (error, out, wrong) =>
      resolve({ ok: error === null, says: out + wrong }),
    )
  })
  await rm(folder, { recursive: true })
  return result
}

/** A bundle of that frame and result, true in itself. */
export function aBundle(
  frame: FrameEntry[],
  value: string,
  sample: Record<string, string[]>,
  rate: number,
  minimum: number,
) {
  const [one, two] = [sha256('1'), sha256('2')]
  const instant = '2026-11-18T02:00:00.000Z'
  const bundle = {
    ...{ format: 'dangjian-draw/1', county: { id: '330382', name: '乐清市' }, quarter: '2026Q4', rate, minimum },
    ...{ commitments: [sha256(one), sha256(two)], committedAt: [instant, instant], frozenAt: instant },
    frameHash: sha256(frame.map(frameLine).join('')),
    publicValue: {
      source: '开奖号码',
      announcedAt: instant,
      on: '2026-11-22',
      value,
      typedAt: '2026-11-22T14:00:00.000Z',
    },
    ...{ seeds: [one, two], withheld: [], frame, sample, targeted: [], aborted: [] },
  }
  return { ...bundle, digest: sha256(JSON.stringify(bundle)) }
}
