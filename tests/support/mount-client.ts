import type { OpenApp } from './open-app.ts'
import { join } from 'node:path'
import { clientRoutes } from '@dj/api/main/client/client-routes.ts'
import { readClientFiles } from '@dj/api/main/client/client-files.ts'
import { healthRoutes } from '@dj/api/platform/health/health-routes.ts'

/** What stands beside the api on the product's port: the built client, and the health it asks for the time on pages without data. */
export async function mountClient(app: OpenApp['app']): Promise<void> {
  app.route('/', healthRoutes({ readiness: async () => 'ready', metricsToken: undefined, demoClock: undefined }))
  app.route('/', clientRoutes(await readClientFiles(join(import.meta.dirname, '../../web/dist'))))
}
