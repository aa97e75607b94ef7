import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { verifyEvents } from '@dj/db/verify-events.ts'
import { BulletinView } from '@dj/shared/follow/bulletin/bulletin.schema.ts'
import type { Head } from '@dj/shared/platform/seal/chain.rules.ts'
import type { Deps } from '../../../platform/deps.ts'
import { sealEvents } from '../../../platform/seal/seal-events.ts'
import type { DemoClient } from '../demo-client.ts'
import type { Played } from './play-quarter.ts'
import type { QuarterClock } from './quarter-clock.ts'

const run = promisify(execFile)
const countyId = '330382'

/** Seals as the job does, signs the bulletin, seals again and follows the chain: where it ends. */
export async function publish(deps: Deps, client: DemoClient, clock: QuarterClock, { roundId }: Played) {
  await sealEvents(deps, countyId)
  clock.moveTo('12-22', '10:00')
  const { version } = BulletinView.parse(await client.as('county1').post(`/rounds/${roundId}/bulletin`))
  const { seq, hash } = await sealEvents(deps, countyId)
  clock.moveTo('12-22', '12:00')
  const { fault, changedBulletins, unsaid } = await verifyEvents(deps.dbOf(countyId), countyId, { at: clock.now() })
  if (fault || changedBulletins > 0 || unsaid.length > 0)
    throw new Error(`demo: the chain of events is wrong at ${fault?.seq}`)
  return { head: { seq, hash }, version }
}

/** What everybody may have, as it is served to somebody who is not signed in. */
export async function writeFiles(client: DemoClient, { roundId }: Played, head: Head, out: string): Promise<void> {
  const files = {
    'bundle.json': `/rounds/${roundId}/bundle`,
    'verify-draw.mjs': `/rounds/${roundId}/bundle?part=verifier`,
    'bulletin.html': `/rounds/${roundId}/bulletin?format=html`,
    'bulletin.docx': `/rounds/${roundId}/bulletin?format=docx`,
  }
  for (const [name, path] of Object.entries(files)) {
    await writeFile(join(out, name), await client.as(null).download(path))
  }
  const { body } = BulletinView.parse(await client.as(null).get(`/rounds/${roundId}/bulletin`))
  const heads = { county: countyId, ...head, onBulletin: body.chainHead }
  await writeFile(join(out, 'chain-head.json'), `${JSON.stringify(heads, null, 2)}\n`)
}

/** Runs the published program on the published bundle, and on one in which a byte was changed: what the first run said. */
export async function checkDraw(out: string, scratch: string): Promise<string> {
  const verify = (bundle: string) => run(process.execPath, [join(out, 'verify-draw.mjs'), bundle])
  const { stdout } = await verify(join(out, 'bundle.json'))
  const bytes = await readFile(join(out, 'bundle.json'))
  const place = bytes.indexOf('"frame":[["') + '"frame":[["'.length
  bytes.writeUInt8(bytes.readUInt8(place) === 0x30 ? 0x31 : 0x30, place)
  const changed = join(scratch, 'changed.json')
  await writeFile(changed, bytes)
  const accepted = await verify(changed).then(
    () => true,
    () => false,
  )
  if (accepted) throw new Error('demo: a changed bundle was taken for the published one')
  return stdout.split('\n')[0] ?? ''
}
