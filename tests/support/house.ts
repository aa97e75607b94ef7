import { serve } from '@hono/node-server'
import { seedDemo } from '@dj/api/main/demo/seed-demo.ts'
import { asApp, freshDatabase } from './database.ts'
import { type OpenApp, openApp } from './open-app.ts'
import { mountClient } from './mount-client.ts'

export const PASSWORD = 'demo-password-1'

/** The whole product on one port, with the demo county in a database of its own. */
export interface DemoHouse {
  url: string
  open: OpenApp
  close(): Promise<void>
}

export async function openDemoHouse(): Promise<DemoHouse> {
  const database = await freshDatabase()
  const url = asApp(database.url)
  const open = await openApp(url, () => new Date())
  const { photos, log } = open.deps
  await seedDemo({ open: (clock) => openApp(url, clock, photos), password: PASSWORD, log, until: new Date() })
  const { url: address, stop } = await serveHouse(open)
  return {
    url: address,
    open,
    close: async () => {
      open.deps.changes.close()
      await stop()
      await open.end()
      await database.drop()
    },
  }
}

/** The api and the client on one free port. */
export async function serveHouse(open: OpenApp): Promise<{ url: string; stop(): Promise<void> }> {
  await mountClient(open.app)
  return listen(open)
}

function listen({ app }: OpenApp): Promise<{ url: string; stop(): Promise<void> }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
      resolve({
        url: `http://127.0.0.1:${port}`,
        stop: () =>
          new Promise((done) => {
            if ('closeAllConnections' in server) server.closeAllConnections()
            server.close(() => done())
          }),
      }),
    )
  })
}
