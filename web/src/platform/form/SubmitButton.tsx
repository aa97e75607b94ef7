import { ActionButton } from '../ui/button/ActionButton.tsx'

interface Props {
  readonly draft: {
    readonly submission: { readonly isPending: boolean }
    readonly refusal: unknown
    readonly submit: () => boolean
  }
  readonly disabledReason?: string | undefined
  readonly block?: boolean
  /** Default where a page has several forms: its one red button is the step they lead to. */
  readonly kind?: 'primary' | 'default'
  readonly children: React.ReactNode
}

/** Sends the form; a refusal that belongs to no field is said once, right here. */
export function SubmitButton({ draft, kind = 'primary', ...button }: Props) {
  return (
    <ActionButton
      {...button}
      kind={kind}
      submits
      action={{ mutate: draft.submit, isPending: draft.submission.isPending, error: draft.refusal }}
    />
  )
}
