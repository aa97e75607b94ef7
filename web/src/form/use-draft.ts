import { useMutation } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import type { z } from 'zod'
import { isProblem } from '../api/problem.ts'

interface Options<Draft extends object, S extends z.ZodType> {
  /** The shared schema that the api parses with, too. */
  readonly schema: S
  /** What the form shows at first: mirrors its controls, not the schema. */
  readonly initial: Draft
  /** The draft as the schema wants it; needed where a control holds something else (an empty text for an absent value). */
  readonly toInput?: (draft: Draft) => unknown
  readonly submit: (input: z.output<S>) => Promise<unknown>
}

/** What is wrong at a field: an issue of the schema, or the code and words of the api's refusal. */
export type FieldFault =
  | { readonly from: 'schema'; readonly issue: z.core.$ZodIssue }
  | { readonly from: 'api'; readonly code: string; readonly message: string }

export type Draft<D extends object> = ReturnType<typeof useDraft<D, z.ZodType>>

/** A form's state: what was typed is kept on every refusal, faults stand at their fields, and the cursor goes to the first one. */
export function useDraft<D extends object, S extends z.ZodType>(options: Options<D, S>) {
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [values, setValues] = useState(options.initial)
  const [faults, setFaults] = useState<ReadonlyMap<string, FieldFault>>(new Map())
  const submission = useMutation({ mutationFn: options.submit })

  const show = (found: ReadonlyMap<string, FieldFault>) => {
    setFaults(found)
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const submit = () => {
    if (submission.isPending) return
    const input = options.schema.safeParse(options.toInput?.(values) ?? values)
    if (!input.success) return show(faultsOf(input.error))
    setFaults(new Map())
    submission.mutate(input.data, { onError: (error) => show(refusalsOf(error)) })
  }
  return {
    id,
    values,
    faults,
    submission,
    submit,
    set: <Name extends keyof D & string>(name: Name, value: D[Name]) => {
      setValues((before) => ({ ...before, [name]: value }))
      setFaults((before) => new Map([...before].filter(([path]) => path !== name)))
    },
    /** A refusal that belongs to no field, to be shown once, above the button. */
    refusal: faults.size === 0 ? submission.error : null,
    props: {
      ref: form,
      noValidate: true,
      onSubmit: (event: React.SyntheticEvent) => {
        event.preventDefault()
        submit()
      },
    },
  }
}

function faultsOf(error: z.ZodError): ReadonlyMap<string, FieldFault> {
  const found = new Map<string, FieldFault>()
  for (const issue of error.issues) {
    const path = issue.path.join('.')
    if (!found.has(path)) found.set(path, { from: 'schema', issue })
  }
  return found
}

function refusalsOf(error: unknown): ReadonlyMap<string, FieldFault> {
  if (!isProblem(error)) return new Map()
  return new Map(error.errors.map(({ path, code, message }) => [path, { from: 'api', code, message }]))
}
