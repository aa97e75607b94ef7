import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')
enableCompileCache(join(root, 'node_modules/.cache/compiled')) // what the first start compiled the second one only loads

const { Run } = await import('./process/run.ts')
const run = new Run({
  root,
  env: process.env,
  terminal: process.stdout.isTTY,
  listen: (server, port, host) => void server.listen(port, host),
  say: (words) => console.log(words),
  complain: (words) => console.error(words),
  exit: (code) => process.exit(code),
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => run.stop())
await run.begin()
