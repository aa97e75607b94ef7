import { serve } from '@hono/node-server'
import { freshDatabase } from './database.ts'
import { World } from './world.ts'
import { mountClient } from './mount-client.ts'

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
  await mountClient(open.app)
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
