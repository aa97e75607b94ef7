import {
  drawMessage,
  drawSample,
  frameLine,
  secretOf,
  townKey,
  withheldSeedText,
} from '@dj/shared/follow/round/draw.rules.ts'
import { DrawBundle } from '@dj/shared/follow/round/round.schema.ts'
import { dealMessages, poolLine, wrongDeals } from '@dj/shared/follow/round/replay.rules.ts'
import { followsNotation } from '@dj/shared/county/settings/notation.rules.ts'
import { civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import { hmacUnder, sha256 } from './digest.ts'

export const checks = [
  'digest',
  'frame',
  'seed1',
  'seed2',
  'commitments',
  'value',
  'notation',
  'sample',
  'targeted',
  'inspectors',
] as const
export type Check = (typeof checks)[number]
export interface CheckResult {
  readonly check: Check
  readonly ok: boolean
}
export type Verification =
  | { readonly readable: false }
  | { readonly readable: true; readonly bundle: DrawBundle; readonly results: readonly CheckResult[] }

/** Computes a published draw again from the text of its bundle, and says which step does not match. */
export async function verifyBundle(text: string): Promise<Verification> {
  const raw = readJson(text)
  const parsed = DrawBundle.safeParse(raw)
  if (!parsed.success || typeof raw !== 'object' || raw === null) return { readable: false }
  const bundle = parsed.data
  const results: CheckResult[] = []
  for (const check of checks) results.push({ check, ok: await holds[check](bundle, raw) })
  return { readable: true, bundle, results }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const holds: Record<Check, (bundle: DrawBundle, raw: object) => Promise<boolean> | boolean> = {
  digest: async ({ digest }, raw) => (await sha256(JSON.stringify({ ...raw, digest: undefined }))) === digest,
  frame: async ({ frame, frameHash }) => isSorted(frame) && (await sha256(frame.map(frameLine).join(''))) === frameHash,
  seed1: (bundle) => isCommitted(bundle, 0),
  seed2: (bundle) => isCommitted(bundle, 1),
  commitments: ({ committedAt, frozenAt }) => committedAt.every((at) => Date.parse(at) <= Date.parse(frozenAt)),
  value: ({ publicValue: { announcedAt, on, typedAt }, frozenAt }) =>
    Date.parse(announcedAt) <= Date.parse(frozenAt) &&
    civilDateOf(new Date(frozenAt)) < on &&
    civilDateOf(new Date(typedAt)) >= on,
  notation: ({ publicValue: { notation, value } }) => notation == null || followsNotation(value, notation),
  sample: async (bundle) => sameSample(await drawAgain(bundle), bundle.sample),
  targeted: ({ frame, sample, targeted }) => {
    const drawn = new Set(Object.values(sample).flat())
    const others = new Set(frame.flatMap(([id, , tier]) => (tier === 'C' && !drawn.has(id) ? [id] : [])))
    return targeted.every((id) => others.delete(id))
  },
  inspectors: dealtAsPublished,
}

const isSorted = (frame: DrawBundle['frame']): boolean =>
  frame.every(([id], nth) => nth === 0 || (frame[nth - 1]?.[0] ?? '') < id)

async function isCommitted({ seeds, commitments, withheld }: DrawBundle, nth: 0 | 1): Promise<boolean> {
  const isFallback = withheld.some(({ position }) => position === nth + 1)
  if (isFallback) return seeds[nth] === (await sha256(withheldSeedText(commitments[nth])))
  return (await sha256(seeds[nth])) === commitments[nth]
}

const batch = 2_000

/** The pool is the one published, and every deal comes out; in a draw from before pools were frozen there is nothing to hold against. */
async function dealtAsPublished({ pool, poolHash, deals, ...bundle }: DrawBundle): Promise<boolean> {
  if (pool === undefined) return true
  if ((await sha256(pool.map(poolLine).join(''))) !== poolHash) return false
  const keyOf = await keysUnder(bundle, dealMessages({ frame: bundle.frame, deals }))
  return wrongDeals({ ...bundle, pool, deals }, keyOf).length === 0
}

/** The keys of these messages under the secret of the draw, made some at a time. */
async function keysUnder(
  { seeds, publicValue }: Pick<DrawBundle, 'seeds' | 'publicValue'>,
  messages: readonly string[],
) {
  const keyOf = await hmacUnder(secretOf(seeds[0], seeds[1], publicValue.value))
  const keys = new Map<string, string>()
  for (let from = 0; from < messages.length; from += batch) {
    const some = messages.slice(from, from + batch)
    const made = await Promise.all(some.map(keyOf))
    some.forEach((message, nth) => keys.set(message, made[nth] ?? ''))
  }
  return (message: string): string => keys.get(message) ?? ''
}

async function drawAgain({ frame, seeds, publicValue, rate, minimum }: DrawBundle): Promise<Map<string, string[]>> {
  const drawable = frame.filter(([, , tier]) => tier === 'C')
  const messages = drawable.map(([id, version]) => drawMessage(id, version))
  const keyOf = await keysUnder({ seeds, publicValue }, messages)
  return drawSample(frame, (id, version) => keyOf(drawMessage(id, version)), { rate, minimum })
}

function sameSample(again: ReadonlyMap<string, readonly string[]>, said: DrawBundle['sample']): boolean {
  const towns = new Set([...again.keys(), ...Object.keys(said)].map(townKey))
  return [...towns].every((town) => (again.get(town) ?? []).join() === (said[town] ?? []).join())
}
