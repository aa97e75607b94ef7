import { SessionView, SignIn } from '@dj/shared/county/people/session.schema.ts'
import { z } from 'zod'
import { openOperation, operation } from '../../platform/http/spec.ts'
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
