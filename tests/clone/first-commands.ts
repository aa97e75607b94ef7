import { parseArgs } from 'node:util'
import { attempts, type Attempt } from './attempts.ts'
import { type Place, places } from './places.ts'

// Each command of the README as the first one after a clone: in a folder that others cannot enter, as an ordinary user,
// and always in a path with spaces and Chinese characters. `--in closed,user --run start,test`; without them, all.

const { values } = parseArgs({
  options: {
    in: { type: 'string', default: Object.keys(places).join() },
    run: { type: 'string', default: Object.keys(attempts).join() },
  },
})

const failed: string[] = []
for (const where of chosen(values.in, places)) {
  for (const what of chosen(values.run, attempts)) await tryFirst(where, what)
}
if (failed.length > 0) console.error(`as the first command after a clone these fail: ${failed.join(', ')}`)
process.exitCode = failed.length > 0 ? 1 : 0

async function tryFirst([name, makePlace]: [string, () => Promise<Place>], [command, attempt]: [string, Attempt]) {
  const title = `${command} (${name})`
  const since = performance.now()
  const place = await makePlace()
  try {
    await attempt(place)
    console.log(`✓ ${title}, ${Math.round((performance.now() - since) / 1000)} s`)
  } catch (error) {
    failed.push(title)
    console.error(`✗ ${title}: ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    await place.remove()
  }
}

function chosen<T>(list: string, table: Record<string, T>): [string, T][] {
  return list.split(',').map((name) => {
    const found = table[name]
    if (found === undefined) throw new Error(`${name} is none of ${Object.keys(table).join(', ')}`)
    return [name, found]
  })
}
