import type { Actor, Operation } from '@dj/shared/policy.ts'
import type { ProblemCode } from '@dj/shared/problem.ts'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { Cost } from './guard/costly.ts'
import type { Upload } from './upload.ts'

/** One public operation: what it takes, what it answers, what it may refuse. OpenAPI, policy and tests all read this. */
export interface Spec {
  operation: Operation
  method: 'get' | 'post' | 'patch' | 'put' | 'delete'
  /** Under /api/v1, with parameters as `{id}`. */
  path: string
  tag: string
  summary: string
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** Multipart, at most `maxBytes` in all: one part `file`, and text parts by the other names in `fields`. */
  upload?: { maxBytes: number; fields: readonly string[]; tooLarge?: ProblemCode }
  /** Null: 204 without a body, or bytes of the kind in `media`. */
  reply: z.ZodType | null
  media?:
    | 'image/jpeg'
    | 'text/event-stream'
    | 'text/csv'
    | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  /** Kinds of files the same thing can be asked for as, by its `format`. */
  alsoAs?: readonly string[]
  status?: 200 | 201 | 204
  /** Codes of this operation's own refusals; those every operation shares are added by the document. */
  refusals: readonly ProblemCode[]
  /** A POST that is safe to repeat by nature and stores nothing under an Idempotency-Key. */
  repeatable?: true
  /** Limited for each account; where `isSearched`, a search without saying so. */
  costs?: Cost
  /** Only within 15 minutes of showing the password. */
  confirmed?: true
  /** An edit that carries the version it was made on. */
  versioned?: true
}

type Output<T> = T extends z.ZodType ? z.output<T> : undefined

/** Whether it takes words to look for. */
export const isSearched = ({ query }: Spec): boolean => query !== undefined && 'q' in query.shape

export interface Input<S extends Spec> {
  deps: Deps
  params: Output<S['params']>
  query: Output<S['query']>
  body: Output<S['body']>
  upload: S['upload'] extends object ? Upload : undefined
  /** The version in If-Match; present when the spec is `versioned`. */
  version: number
  request: Request
  /** The address at the other end of the connection. */
  peer: string | null
  requestId: string
  language: 'zh' | 'en'
}

/** A view on its way out: plain strings and numbers, brands come with reading it. */
export type Sent<T extends z.ZodType> = z.input<T>

type Reply<S extends Spec> = S['reply'] extends z.ZodType ? Sent<S['reply']> | Response : void | Response

export interface Route {
  spec: Spec
  /** Public: answers without a session. */
  open: boolean
  handle(input: Input<Spec>, actor: Actor | null): Promise<unknown>
}

/** An operation for someone signed in. */
export function operation<const S extends Spec>(
  spec: S,
  handle: (input: Input<S> & { actor: Actor }) => Promise<Reply<S>>,
): Route {
  return {
    spec,
    open: false,
    handle: (input, actor) => {
      if (!actor) throw new Error(`${spec.operation} needs an actor`)
      // The parsed input was made by this very spec.
      return handle({ ...(input as Input<S>), actor })
    },
  }
}

/** An operation anybody may call; `actor` is who is signed in, if anybody is. */
export function openOperation<const S extends Spec>(
  spec: S,
  handle: (input: Input<S> & { actor: Actor | null }) => Promise<Reply<S>>,
): Route {
  return { spec, open: true, handle: (input, actor) => handle({ ...(input as Input<S>), actor }) }
}
