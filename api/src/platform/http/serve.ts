import type { Actor } from '@dj/shared/policy.ts'
import { mayAnywhere } from '@dj/shared/policy.ts'
import { confirmRefusal } from '@dj/shared/platform/session.rules.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import type { Context } from 'hono'
import { type Deps, inCounty } from '../deps.ts'
import { type Cost, Costly } from './guard/costly.ts'
import { type Act, hashOf, idempotencyKeyOf, KeyTaken, replayOf, storingReply } from './guard/idempotency.ts'
import { jsonBody, parseWith, versionOf } from './parse.ts'
import { peerOf } from './guard/peer.ts'
import { type Input, isSearched, type Route, type Spec } from './spec.ts'
import { readUpload, type Upload } from './upload.ts'

export type Vars = { Variables: { requestId: string; language: 'zh' | 'en' } }

/** Serves one operation: who asks, valid input, the verb, the reply. The verb finds the object's own refusals. */
export function serve(deps: Deps, route: Route): (c: Context<Vars>) => Promise<Response> {
  const { spec } = route
  const changes = spec.method !== 'get'
  const answer = async (c: Context<Vars>, actor: Actor | null) => {
    const sent = await readSent(spec, c.req.raw)
    const input = readInput(c, spec, sent, actor ? inCounty(deps, actor.countyId) : deps)
    if (spec.method !== 'post' || spec.repeatable) return replyOf(spec, await route.handle(input, actor))
    return once(deps, route, input, actor, sent.upload?.hash ?? hashOf(JSON.stringify(sent.body ?? null)))
  }
  return async (c) => {
    const signedIn = await deps.accounts.whoIs(c.req.raw.headers, { fresh: changes || spec.confirmed === true })
    const actor = signedIn?.actor ?? null
    if (!route.open && !actor) throw new Refused('auth.required')
    try {
      if (!route.open && actor && !mayAnywhere(spec.operation, actor)) throw new Refused('auth.forbidden')
      if (spec.confirmed && signedIn) refuseIf(confirmRefusal(signedIn.confirmedAt, deps.now()))
      const cost = costOf(spec, c.req.query('q'))
      if (!actor || cost === undefined) return await answer(c, actor)
      return await costly.let(cost, { person: actor.personId, now: deps.now }, () => answer(c, actor))
    } catch (error) {
      if (actor) deps.refusals?.note({ error, operation: spec.operation, who: actor })
      throw error
    }
  }
}

const costly = new Costly()

const costOf = (spec: Spec, q: string | undefined): Cost | undefined =>
  spec.costs ?? (isSearched(spec) && q !== undefined ? 'search' : undefined)

interface Sent {
  body: unknown
  upload: Upload | undefined
}

async function readSent(spec: Spec, request: Request): Promise<Sent> {
  return {
    body: spec.body ? await jsonBody(request) : undefined,
    upload: spec.upload ? await readUpload(request, spec.upload) : undefined,
  }
}

function readInput(c: Context<Vars>, spec: Spec, { body, upload }: Sent, deps: Deps): Input<Spec> {
  return {
    deps,
    upload,
    params: spec.params ? parseParams(spec, c.req.param()) : undefined,
    query: spec.query ? parseWith(spec.query, onceEach(c.req.queries())) : undefined,
    body: spec.body ? parseWith(spec.body, body) : undefined,
    version: spec.versioned ? versionOf(c.req.raw) : 0,
    request: c.req.raw,
    peer: peerOf(c.env),
    requestId: c.get('requestId'),
    language: c.get('language'),
  } as Input<Spec>
}

/** Each parameter of an address once: of two, nobody can say which one is meant. */
function onceEach(query: Record<string, string[]>): Record<string, string | undefined> {
  const twice = Object.keys(query).find((key) => (query[key]?.length ?? 0) > 1)
  if (twice !== undefined) throw new Refused('request.repeated_key', twice)
  return Object.fromEntries(Object.entries(query).map(([key, [value]]) => [key, value]))
}

/** An id that is none names nothing: the same 404 as one that does not exist. */
function parseParams(spec: Spec, params: Record<string, string>): unknown {
  const result = spec.params?.safeParse(params)
  if (!result?.success) throw new Refused(spec.path.startsWith('/receipts/') ? 'receipt.unknown' : 'not_found')
  return result.data
}

/** A POST: at most one effect a key, and the same reply to every sender of it. */
async function once(
  deps: Deps,
  route: Route,
  input: Input<Spec>,
  actor: Actor | null,
  bodyHash: string,
): Promise<Response> {
  const { spec } = route
  const { pathname, search } = new URL(input.request.url)
  const act: Act = {
    subject: actor?.personId ?? 'open',
    key: idempotencyKeyOf(input.request),
    route: `POST ${pathname}${search}`,
    bodyHash,
    status: spec.status ?? 200,
  }
  let county = actor?.countyId ?? ''
  const withTx = storingReply(deps.withTx, act)
  const remembering: Deps['withTx'] = (countyId, work, options) => {
    county = countyId
    return withTx(countyId, work, options)
  }
  try {
    return replyOf(spec, await route.handle({ ...input, deps: { ...input.deps, withTx: remembering } }, actor))
  } catch (error) {
    if (!(error instanceof KeyTaken)) throw error
    const { status, body: reply } = await replayOf(deps.dbOf(county), county, act)
    return jsonReply(status, reply, { 'idempotency-replayed': 'true' })
  }
}

function replyOf(spec: Spec, result: unknown): Response {
  if (result instanceof Response) return result
  if (spec.reply === null) return new Response(null, { status: 204 })
  return jsonReply(spec.status ?? 200, result)
}

function jsonReply(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  if (status === 204) return new Response(null, { status, headers })
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } })
}
