import { serve } from '@hono/node-server'
import { seedDemo } from '@dj/api/main/demo/seed-demo.ts'
import { diskStorage } from '@dj/api/platform/attachments/disk-storage.ts'
import type { Deps } from '@dj/api/platform/deps.ts'
import { inject } from 'vitest'
import { asApp, databaseOnce } from './database.ts'
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
  const photos = diskStorage(inject('postgres').photos)
  const database = await databaseOnce('demo', (url) => seedInto(asApp(url), photos))
  const open = await openApp(asApp(database.url), () => new Date(), photos)
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

async function seedInto(url: string, photos: Deps['photos']): Promise<void> {
  const { deps, end } = await openApp(url, () => new Date(), photos)
  const open = (clock: () => Date) => openApp(url, clock, photos)
  await seedDemo({ open, password: PASSWORD, log: deps.log, until: new Date() })
  await end()
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
