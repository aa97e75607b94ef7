import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DrawBundle } from '@dj/shared/follow/round/round.schema.ts'
import { expect, test } from 'vitest'
import { z } from 'zod'

const run = promisify(execFile)
const program = new URL('../../../api/src/main/demo/quarter/quarter-cli.ts', import.meta.url).pathname
const Head = z.object({ seq: z.int(), hash: z.string().length(64), onBulletin: z.object({ seq: z.int() }) })

test('a whole quarter is played on a scratch database, and what is published stands on its own', async () => {
  const out = await mkdtemp(join(tmpdir(), 'dj-demo-quarter-'))
  const { stdout } = await run(process.execPath, [program, '--out', out])
  const [verified, summary] = stdout.trim().split('\n')
  expect(verified).toMatch(/^ok: 2026Q4 乐清市, \d+ orders; one changed byte is refused$/)
  expect(summary).toMatch(/^2026Q4: \d+ orders in the frame, .* bulletin v1, chain \d+ [0-9a-f]{64}$/)
  const files = ['bulletin.docx', 'bulletin.html', 'bundle.json', 'chain-head.json', 'verify-draw.mjs']
  expect((await readdir(out)).toSorted()).toEqual(files)
  const text = (name: string) => readFile(join(out, name), 'utf8')
  const { frame, sample } = DrawBundle.parse(JSON.parse(await text('bundle.json')))
  expect(summary).toContain(`${frame.length} orders`)
  expect(Object.values(sample).flat().length).toBeGreaterThan(10)
  const head = Head.parse(JSON.parse(await text('chain-head.json')))
  expect(head.seq).toBeGreaterThan(head.onBulletin.seq)
  const page = await text('bulletin.html')
  for (const words of ['整改项目（3件）', '退出项目（1件）', '免予检查项目（1件）', `第${head.onBulletin.seq}号`]) {
    expect(page).toContain(words)
  }
  await rm(out, { recursive: true })
}, 180_000)

test('without a place to write to it says so', async () => {
  await expect(run(process.execPath, [program])).rejects.toThrow('say where to write')
})
