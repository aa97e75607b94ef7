import { ChangeChecklist, ChecklistQuery, ChecklistView } from '@dj/shared/follow/finding/finding.schema.ts'
import { operation } from '../../platform/http/spec.ts'
import { changeChecklist } from './change-checklist.ts'
import { viewChecklist } from './checklist.view.ts'

const tag = 'findings'

export const checklistRoutes = [
  operation(
    {
      operation: 'checklist.read',
      method: 'get',
      path: '/checklist',
      tag,
      summary: '检查表 · The checklist in force, or an older version of it',
      query: ChecklistQuery,
      reply: ChecklistView,
      refusals: ['checklist.unknown_version'],
    },
    ({ deps, actor, query }) => viewChecklist(deps.db, actor.countyId, query.version),
  ),
  operation(
    {
      operation: 'checklist.change',
      method: 'put',
      path: '/checklist',
      tag,
      summary: '修改检查表 · Save a new version of the checklist, with a note why',
      body: ChangeChecklist,
      reply: ChecklistView,
      versioned: true,
      refusals: ['checklist.code_twice', 'checklist.condition_unfit'],
    },
    ({ deps, actor, body, version }) => changeChecklist(deps, { actor, ...body, version }),
  ),
]
