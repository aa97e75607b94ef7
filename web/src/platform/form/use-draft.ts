import { useMutation } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import type { z } from 'zod'
import { fieldErrors, type FieldError } from '@dj/shared/platform/field-errors.ts'
import { isProblem } from '../api/problem.ts'
import { currentLanguage } from '../i18n/language.ts'

interface Options<D extends object, S extends z.ZodType> {
  /** The shared schema that the api parses with, too. */
  readonly schema: S
  /** What the form shows at first: mirrors its controls, not the schema. */
  readonly initial: D
  /** The draft as the schema wants it, where a control holds something else (an empty text for an absent value). */
  readonly toInput?: (draft: D) => unknown
  readonly submit: (input: z.output<S>) => Promise<unknown>
}

/** What is wrong, one sentence a field path. */
export type Faults = ReadonlyMap<string, string>
const none: Faults = new Map()

/** A form's state: what was typed is kept on every refusal, faults stand at their fields, and the cursor goes to the first one. */
export function useDraft<D extends object, S extends z.ZodType>(options: Options<D, S>) {
  const [values, setValues] = useState(options.initial)
  const { form, faults, show, clear } = useFaults()
  const submission = useMutation({ mutationFn: options.submit })
  /** Whether it was sent. */
  const submit = (): boolean => {
    if (submission.isPending) return false
    const input = options.schema.safeParse(options.toInput?.(values) ?? values, { reportInput: true })
    if (!input.success) {
      show(fieldErrors(input.error, currentLanguage() === 'en' ? 'en' : 'zh'))
      return false
    }
    show([])
    submission.mutate(input.data, { onError: (error) => show(isProblem(error) ? error.errors : []) })
    return true
  }
  return {
    id: useId(),
    values,
    faults,
    submission,
    submit,
    /** `path`: the field's path in the schema, where it differs from the draft's. */
    set: <Name extends keyof D & string>(name: Name, value: D[Name], path: string = name) => {
      setValues((before) => ({ ...before, [name]: value }))
      clear(path)
    },
    /** A refusal that belongs to no field, to be said once, at the button. */
    refusal: faults.size === 0 && !namesFields(submission.error) ? submission.error : null,
    props: { ref: form, noValidate: true, onSubmit: submitted(submit) },
  }
}

const namesFields = (error: unknown): boolean => isProblem(error) && error.errors.length > 0

const submitted = (submit: () => unknown) => (event: React.SyntheticEvent) => {
  event.preventDefault()
  submit()
}

function useFaults() {
  const form = useRef<HTMLFormElement>(null)
  const [faults, setFaults] = useState(none)
  const [shown, setShown] = useState(0)
  const show = (errors: readonly FieldError[]) => {
    setFaults(new Map(errors.toReversed().map(({ path, message }) => [path, message])))
    if (errors.length > 0) setShown((times) => times + 1)
  }
  // Once the faults stand there, not a frame later: a reply of the server is drawn when React finds time.
  useEffect(() => {
    if (shown > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [shown])
  const isOf = (path: string, name: string) => path === name || /^\.\d+$/.test(path.replace(name, ''))
  const clear = (name: string) => setFaults((before) => new Map([...before].filter(([path]) => !isOf(path, name))))
  return { form, faults, show, clear }
}
