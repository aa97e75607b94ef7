import type { Brief } from '@dj/db/queries/follow/briefs.ts'
import { wireInstant } from '../../platform/http/instant.ts'

export const briefView = ({ acceptance, claimants, last_progress: last, due_at: due }: Brief) => ({
  ...{ acceptance, claimants },
  lastProgress: last && { ...last, at: wireInstant(last.at) },
  dueAt: due === null ? null : wireInstant(due),
})
