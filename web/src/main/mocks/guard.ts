import type { z } from 'zod'
import type { Operation } from '@dj/shared/policy.ts'
import type { ProblemCode } from '@dj/shared/problem.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { mayDo } from '../../county/session/me.ts'
import { refuse, refuseInput } from './refuse.ts'
import type { World } from './world.ts'

/** Who may not do this anywhere is refused before anything is looked up. */
export function guarded<T>(world: World, operation: Operation, work: (me: SessionView) => T) {
  const { me } = world
  if (me === undefined) return refuse('auth.required')
  return mayDo(me, operation) ? work(me) : refuse('auth.forbidden')
}

/** What was sent, through the schema of the api; a body that is not there is an empty one. */
export async function sent<S extends z.ZodType, T>(request: Request, schema: S, work: (input: z.output<S>) => T) {
  const input = schema.safeParse(await request.json().catch(() => ({})), { reportInput: true })
  return input.success ? work(input.data) : refuseInput(input.error)
}

/** The words of the address, through the schema of the api. */
export function asked<S extends z.ZodType, T>(request: Request, schema: S, work: (query: z.output<S>) => T) {
  const query = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams), { reportInput: true })
  return query.success ? work(query.data) : refuseInput(query.error)
}

/** Alias of anybody with an account here. */
export const aliasIn = ({ accounts }: World, personId: string | null): string | null =>
  Object.values(accounts).find(({ person }) => person.id === personId)?.person.alias ?? null

export type Refusal = ProblemCode | undefined
