import { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { PersonId } from '@dj/shared/platform/ids.ts'
import {
  AskReset,
  ChangePassword,
  OpenAccount,
  OwnResets,
  ResetAsked,
  ResetList,
} from '@dj/shared/county/people/account.schema.ts'
import { z } from 'zod'
import { openOperation, operation } from '../../platform/http/spec.ts'
import { acknowledgeReset } from './acknowledge-reset.ts'
import { askReset } from './ask-reset.ts'
import { changePassword } from './change-password.ts'
import { confirmReset, withdrawReset } from './confirm-reset.ts'
import { openAccount } from './open-account.ts'
import { listOwnResetsFor, listResetsFor } from './reset.view.ts'

const tag = 'accounts'
const Id = z.strictObject({ id: z.uuid() })

export const accountRoutes = [
  openOperation(
    {
      operation: 'account.open',
      method: 'post',
      path: '/account',
      tag,
      summary:
        '启用账号 · Choose the password of a new or reset account with the one-time code; the reply carries the session',
      body: OpenAccount,
      reply: SessionView,
      repeatable: true,
      refusals: [
        'account.code_wrong',
        'account.password_weak',
        'auth.too_many_attempts',
        'auth.suspended',
        'auth.wrong_credentials',
      ],
    },
    ({ deps, body, request, peer }) => openAccount(deps, { ...body, from: { headers: request.headers, peer } }),
  ),
  operation(
    {
      operation: 'account.change_password',
      method: 'post',
      path: '/account/password',
      tag,
      summary: '修改密码 · Change your own password with the old one; every other session ends',
      body: ChangePassword,
      reply: SessionView,
      repeatable: true,
      refusals: [
        'account.old_password_wrong',
        'account.password_same',
        'account.password_weak',
        'auth.too_many_attempts',
        'auth.suspended',
        'auth.wrong_credentials',
      ],
    },
    ({ deps, actor, body, request, peer }) =>
      changePassword(deps, { actor, ...body, from: { headers: request.headers, peer } }),
  ),
  operation(
    {
      operation: 'account.ask_reset',
      method: 'post',
      path: '/people/{id}/resets',
      tag,
      summary:
        '重置密码 · A one-time code in place of a lost password, in this answer only; for whoever holds a role, a request',
      params: z.strictObject({ id: PersonId }),
      body: AskReset,
      reply: ResetAsked,
      status: 201,
      refusals: [
        'not_found',
        'account.not_oneself',
        'account.not_active',
        'account.for_admins_only',
        'account.reset_waiting',
      ],
    },
    ({ deps, actor, params, body }) => askReset(deps, { actor, ...params, ...body }),
  ),
  operation(
    {
      operation: 'account.own_resets',
      method: 'get',
      path: '/account/resets',
      tag,
      summary: '本人账号的重置记录 · What administrators did to your own account',
      reply: OwnResets,
      refusals: [],
    },
    ({ deps, actor }) => listOwnResetsFor(deps, actor),
  ),
  operation(
    {
      operation: 'account.list_resets',
      method: 'get',
      path: '/resets',
      tag,
      summary: '密码重置 · Requests and codes: those that wait, and the last 90 days',
      reply: ResetList,
      refusals: [],
    },
    ({ deps, actor }) => listResetsFor(deps, actor),
  ),
  operation(
    {
      operation: 'account.confirm_reset',
      method: 'post',
      path: '/resets/{id}/confirmation',
      tag,
      summary: '确认重置 · The second administrator confirms; the code is shown in this answer only',
      params: Id,
      body: z.strictObject({}),
      reply: ResetAsked,
      refusals: [
        'not_found',
        'account.reset_not_waiting',
        'account.reset_lapsed',
        'account.not_oneself',
        'account.second_admin_needed',
        'account.for_admins_only',
        'account.not_active',
        'person.same_hand',
      ],
    },
    ({ deps, actor, params }) => confirmReset(deps, { actor, ...params }),
  ),
  operation(
    {
      operation: 'account.withdraw_reset',
      method: 'post',
      path: '/resets/{id}/withdrawal',
      tag,
      summary: '撤回重置申请 · Take a request back before it is confirmed',
      params: Id,
      body: z.strictObject({}),
      reply: ResetAsked,
      refusals: ['not_found', 'account.reset_not_waiting', 'account.not_oneself'],
    },
    ({ deps, actor, params }) => withdrawReset(deps, { actor, ...params }),
  ),
  operation(
    {
      operation: 'account.acknowledge_reset',
      method: 'post',
      path: '/resets/{id}/acknowledgement',
      tag,
      summary: '已知悉重置 · The owner or the security administrator has read it',
      params: Id,
      body: z.strictObject({}),
      reply: null,
      status: 204,
      refusals: ['not_found'],
    },
    ({ deps, actor, params }) => acknowledgeReset(deps, { actor, ...params }),
  ),
]
