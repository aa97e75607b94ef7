import { ChangeSettings, SettingsView } from '@dj/shared/county/settings/settings.schema.ts'
import { operation } from '../../platform/http/spec.ts'
import { changeSettings } from './change-settings.ts'
import { settingsView } from './settings.view.ts'

const tag = 'settings'

export const settingsRoutes = [
  operation(
    {
      operation: 'settings.read',
      method: 'get',
      path: '/settings',
      tag,
      summary: '参数设置 · The settings in force',
      reply: SettingsView,
      refusals: [],
    },
    ({ deps, actor }) => settingsView(deps.db, actor.countyId),
  ),
  operation(
    {
      operation: 'settings.change',
      method: 'put',
      path: '/settings',
      tag,
      summary: '修改参数 · Save a new version of the settings, with a note why',
      body: ChangeSettings,
      reply: SettingsView,
      versioned: true,
      refusals: ['settings.category_in_use', 'round.holders_same', 'grant.person_unknown', 'person.same_hand'],
    },
    ({ deps, actor, body, version }) => changeSettings(deps, { actor, ...body, version }),
  ),
]
