import { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { PersonId } from '@dj/shared/platform/ids.ts'
import { AskReset, ChangePassword, OpenAccount, ResetAsked } from '@dj/shared/county/people/account.schema.ts'
import { z } from 'zod'
import { openOperation, operation } from '../../platform/http/spec.ts'
import { askReset } from './ask-reset.ts'
import { changePassword } from './change-password.ts'
import { openAccount } from './open-account.ts'

const tag = 'accounts'

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
      refusals: ['account.code_wrong', 'auth.too_many_attempts', 'auth.suspended', 'auth.wrong_credentials'],
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
      summary: '重置密码 · A one-time code in place of a lost password; it is shown in this answer only',
      params: z.strictObject({ id: PersonId }),
      body: AskReset,
      reply: ResetAsked,
      status: 201,
      refusals: ['not_found', 'account.not_oneself', 'account.not_active'],
    },
    ({ deps, actor, params, body }) => askReset(deps, { actor, ...params, ...body }),
  ),
]
