import { attachmentRoutes } from './attachments/attachments.routes.ts'
import type { Route } from './http/spec.ts'
import { organizationRoutes } from './organizations/organizations.routes.ts'

/** Every public operation. What is not here does not exist; OpenAPI and the authorization test are read from it. */
export const routes: readonly Route[] = [...attachmentRoutes, ...organizationRoutes]
