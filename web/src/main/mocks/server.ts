import { setupServer } from 'msw/node'
import { handlers } from './handlers.ts'
import { createWorld, type World } from './world.ts'

/** The mock api of component tests. */
export const server = setupServer()

/** A fresh world for one test: change it before rendering, look at it afterwards. */
export function startWorld(): World {
  const world = createWorld()
  server.resetHandlers(...handlers(world))
  return world
}
