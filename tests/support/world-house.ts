import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { readClientFiles } from '@dj/api/main/client/client-files.ts'
import { healthRoutes } from '@dj/api/platform/health/health-routes.ts'
import { clientRoutes } from '@dj/api/main/client/client-routes.ts'
import { freshDatabase } from './database.ts'
import { World } from './world.ts'

/** The whole product on one port, with a world of builders behind it and the test's own clock. */
export interface WorldHouse {
  url: string
  world: World
  close(): Promise<void>
}

export async function openWorldHouse(): Promise<WorldHouse> {
  const database = await freshDatabase()
  const world = await new World(database.url).begin()
  const { open } = world
  const health = { readiness: async () => 'ready' as const, metricsToken: undefined, demoClock: undefined }
  open.app.route('/', healthRoutes(health))
  open.app.route('/', clientRoutes(await readClientFiles(join(import.meta.dirname, '../../web/dist'))))
  const { promise, resolve } = Promise.withResolvers<string>()
  const server = serve({ fetch: open.app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
    resolve(`http://127.0.0.1:${port}`),
  )
  return {
    url: await promise,
    world,
    close: async () => {
      open.deps.changes.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      server.close()
      await world.end()
      await database.drop()
    },
  }
}
