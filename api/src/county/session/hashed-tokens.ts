import { forAccount } from '@dj/db/connect-accounts.ts'
import { digest } from '@dj/db/digest.ts'
import type { drizzleAdapter } from 'better-auth/adapters/drizzle'

type MakeAdapter = ReturnType<typeof drizzleAdapter>
type Adapter = ReturnType<MakeAdapter>
type Where = NonNullable<Parameters<Adapter['deleteMany']>[0]['where']>
interface Asked {
  model: string
  where?: Where | undefined
}

/** What is stored of a session's token. It has 190 bits of chance, so a plain hash cannot be searched. */
export const tokenHash = digest

/**
 * The library's way to the database. The hash of a session's token is written and looked up in place of the token, for which
 * the library has no setting; and each question sees the one account it names.
 */
export const guardedAdapter =
  (make: MakeAdapter): MakeAdapter =>
  (options) =>
    guarded(make(options))

function guarded(adapter: Adapter): Adapter {
  const wrapped: Adapter = {
    ...adapter,
    create: ((asked: Creating) => createWith(adapter, asked)) as Adapter['create'],
    findOne: (asked) => named(asked, (hashed) => adapter.findOne(hashed)),
    findMany: (asked) => named(asked, (hashed) => adapter.findMany(hashed)),
    delete: (asked) => named(asked, (hashed) => adapter.delete(hashed)),
    deleteMany: (asked) => named(asked, (hashed) => adapter.deleteMany(hashed)),
    transaction: (work) => work(wrapped),
  }
  return wrapped
}

interface Creating {
  model: string
  data: Record<string, unknown>
}

/** Whoever opens a session gets the token, this once. */
async function createWith(adapter: Adapter, asked: Creating): Promise<object> {
  if (asked.model !== 'session') return adapter.create(asked)
  const { token, userId } = asked.data
  const data = { ...asked.data, token: tokenHash(String(token)) }
  const row = await forAccount(String(userId), () => adapter.create({ ...asked, data }))
  return { ...row, token }
}

const names = ['username', 'userId', 'id', 'token']

function named<A extends Asked, T>(asked: A, ask: (hashed: A) => Promise<T>): Promise<T> {
  const isToken = ({ field }: Where[number]) => asked.model === 'session' && field === 'token'
  const where = (asked.where ?? []).map((each) =>
    isToken(each) ? { ...each, value: tokenHash(String(each.value)) } : each,
  )
  const name = where.find(({ field, value }) => names.includes(field) && typeof value === 'string')
  return forAccount(String(name?.value ?? ''), () => ask({ ...asked, where }))
}
