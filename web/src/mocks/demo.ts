import { network } from 'virtual:msw'
import { handlers } from './handlers.ts'
import { createWorld } from './world.ts'

/** Runs the client without a server: `VITE_DEMO=1 vite`. Nothing of it is in an ordinary build. */
export async function startDemo(): Promise<void> {
  network.configure({ handlers: handlers(createWorld()) })
  await network.enable()
}
