import { ConfirmSession, SessionView, SignIn } from '@dj/shared/county/people/session.schema.ts'
import { z } from 'zod'
import { openOperation, operation } from '../../platform/http/spec.ts'
import { confirmSession } from './confirm-session.ts'
import { readSession } from './read-session.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'

const tag = 'session'

export const sessionRoutes = [
  openOperation(
    {
      operation: 'session.create',
      method: 'post',
      path: '/session',
      tag,
      summary: '登录 · Sign in: the reply carries the session cookie',
      body: SignIn,
      reply: SessionView,
      repeatable: true,
      refusals: ['auth.wrong_credentials', 'auth.too_many_attempts', 'auth.suspended'],
    },
    ({ deps, body, request, peer }) => signIn(deps, { ...body, from: { headers: request.headers, peer } }),
  ),
  operation(
    {
      operation: 'session.read',
      method: 'get',
      path: '/session',
      tag,
      summary: '当前登录 · Who is signed in, with the roles held now',
      reply: SessionView,
      refusals: [],
    },
    ({ deps, request }) => readSession(deps, request.headers),
  ),
  operation(
    {
      operation: 'session.confirm',
      method: 'post',
      path: '/session/confirmation',
      tag,
      summary: '再次验证密码 · Show the password again: for 15 minutes what is hard to take back may be done',
      body: ConfirmSession,
      reply: null,
      repeatable: true,
      refusals: ['session.password_wrong', 'auth.too_many_attempts'],
    },
    ({ deps, actor, body, request, peer }) =>
      confirmSession(deps, { actor, ...body, from: { headers: request.headers, peer } }),
  ),
  operation(
    {
      operation: 'session.confirmation',
      method: 'get',
      path: '/session/confirmation',
      tag,
      summary:
        '密码是否需要再次验证 · Whether it may be done now: for what a browser fetches by itself, such as a file',
      reply: null,
      confirmed: true,
      refusals: [],
    },
    async () => undefined,
  ),
  operation(
    {
      operation: 'session.delete',
      method: 'delete',
      path: '/session',
      tag,
      summary: '退出登录 · Sign out, here or everywhere',
      query: z.strictObject({ everywhere: z.stringbool().default(false) }),
      reply: null,
      refusals: [],
    },
    ({ deps, actor, request, query }) => signOut(deps, { actor, headers: request.headers, ...query }),
  ),
]
