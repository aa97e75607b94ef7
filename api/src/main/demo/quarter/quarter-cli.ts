import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startEmbedded } from '@dj/db/embedded.ts'
import { appLogin } from '@dj/db/app-login.ts'
import { migrate } from '@dj/db/migrate.ts'
import { createApp } from '../../app.ts'
import { createLog } from '../../../platform/log.ts'
import { makeDeps } from '../../make-deps.ts'
import { newPassword, newSecret } from '../../process/secrets.ts'
import { DemoClient } from '../demo-client.ts'
import { playQuarter, quarterBegins } from './play-quarter.ts'
import { QuarterClock } from './quarter-clock.ts'
import { checkDraw, publish, writeFiles } from './quarter-files.ts'
import { type Opened, seedDemo } from '../seed-demo.ts'

const { values } = parseArgs({ options: { out: { type: 'string' } } })
if (values.out === undefined) {
  console.error('say where to write: pnpm demo:quarter --out DIR')
  process.exit(2)
}
const out = resolve(values.out)
const scratch = await mkdtemp(join(tmpdir(), 'dj-quarter-'))
const log = createLog('warn')
const secret = newSecret()
let end = async () => {}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void end().finally(() => process.exit(130)))
}
try {
  await playAndWrite()
} finally {
  await end()
}

async function playAndWrite(): Promise<void> {
  const embedded = await startEmbedded({ dataDir: scratch, fast: true })
  end = async () => {
    await embedded.stop()
    await rm(scratch, { recursive: true, force: true })
  }
  await migrate(embedded.url)
  await mkdir(out, { recursive: true })
  const password = newPassword()
  const { url } = await appLogin(embedded.url)
  const open = async (clock: () => Date) => openAt(url, clock)
  await seedDemo({ open, password, log, until: quarterBegins, rounds: false })
  const clock = new QuarterClock(quarterBegins)
  const opened = await open(clock.now)
  try {
    const client = new DemoClient(opened.app, password)
    const played = await playQuarter(client, clock)
    const { head, version } = await publish(opened.deps, client, clock, played)
    await writeFiles(client, played, head, out)
    const { counts, findings, orders } = played
    const checks = `${counts.census} A/B and ${counts.sample} sampled C orders, ${findings} findings`
    console.log(`${await checkDraw(out, scratch)}; one changed byte is refused`)
    console.log(
      `2026Q4: ${orders} orders in the frame, ${checks}, bulletin v${version}, chain ${head.seq} ${head.hash}`,
    )
  } finally {
    await opened.end()
  }
}

/** The app by the played clock. */
function openAt(databaseUrl: string, clock: () => Date): Opened {
  const settings = { databaseUrl, photosDir: join(scratch, 'photos'), secret, tls: false, trustProxy: false, log }
  const { deps, end } = makeDeps({ ...settings, clock, connections: { transactions: 2, reads: 2 } })
  return { app: createApp(deps), deps, end: () => end() }
}
