import { pathToFileURL } from 'node:url'
import { join } from 'node:path'

const importing = (file: string) => `--import ${pathToFileURL(join(import.meta.dirname, file)).href}`

/** What makes a process of Node carry that planted bug; nothing without one. */
export function plantEnvironment(plant: string | undefined): Record<string, string> {
  if (plant === undefined) return {}
  return { NODE_OPTIONS: importing('planted/hook.ts'), PLANT: plant, NODE_DISABLE_COMPILE_CACHE: '1' }
}

/** What an API process of a run has: the planted bug, or a clock that can be made to jump and may begin elsewhere. */
export function processEnvironment(plant: string | undefined, clock?: string): Record<string, string> {
  if (plant !== undefined) return plantEnvironment(plant)
  const begins = clock === undefined ? undefined : { CLOCK_BEHIND_MS: String(Date.now() - Date.parse(clock)) }
  return { NODE_OPTIONS: importing('stepping-clock.ts'), ...begins }
}
