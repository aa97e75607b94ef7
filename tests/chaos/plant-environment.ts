import { pathToFileURL } from 'node:url'
import { join } from 'node:path'

/** What makes a process of Node carry that planted bug; nothing without one. */
export function plantEnvironment(plant: string | undefined): Record<string, string> {
  if (plant === undefined) return {}
  const hook = pathToFileURL(join(import.meta.dirname, 'planted/hook.ts')).href
  return { NODE_OPTIONS: `--import ${hook}`, PLANT: plant, NODE_DISABLE_COMPILE_CACHE: '1' }
}
