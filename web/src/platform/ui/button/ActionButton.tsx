import { Link } from '@tanstack/react-router'
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { explainProblem, isProblem } from '../../api/problem.ts'
import { Icon } from '../mark/Icon.tsx'
import type { IconName } from '../mark/icons.ts'

/** What a button does: a mutation without variables fits, so does `act(() => …)`. */
export interface Act {
  /** False: nothing was sent, so the next press counts at once. */
  readonly mutate: () => unknown
  readonly isPending: boolean
  readonly error: unknown
}

/** Something done at once, without the server. */
export const act = (mutate: () => unknown): Act => ({ mutate, isPending: false, error: null })

export interface ActionButtonProps {
  readonly action: Act
  /** Why it cannot be done now. The button stays reachable, and says so. */
  readonly disabledReason?: string | undefined
  readonly reasonAs?: 'text' | 'tip'
  readonly kind?: 'primary' | 'default' | 'danger' | 'plain'
  readonly icon?: IconName
  readonly block?: boolean
  /** Off where the page shows the refusal itself. */
  readonly showRefusal?: boolean
  /** The accessible name, where the words alone do not say which thing is meant. */
  readonly label?: string
  /** Enter in a form presses it, too. */
  readonly submits?: boolean
  readonly children: React.ReactNode
}

/** The one button that changes something: pending while it works, deaf to a second press, and honest about why not. */
export function ActionButton(props: ActionButtonProps) {
  const { action, disabledReason, reasonAs = 'text', block = false, showRefusal = true } = props
  const reasonId = useId()
  const refused = disabledReason !== undefined
  const classes = ['action', block && 'action--block', reasonAs === 'tip' && refused && 'tip'].filter(Boolean).join(' ')
  return (
    <span className={classes}>
      <Press {...props} refused={refused} describedBy={refused ? reasonId : undefined} />
      {refused && (
        <span id={reasonId} className="action__why" role={reasonAs === 'tip' ? 'tooltip' : undefined}>
          {disabledReason}
        </span>
      )}
      {showRefusal && <Refusal action={action} />}
    </span>
  )
}

function Press(props: ActionButtonProps & { readonly refused: boolean; readonly describedBy: string | undefined }) {
  const { action, kind = 'default', icon, refused } = props
  const press = usePressOnce(action, refused)
  return (
    <button
      type={props.submits === true ? 'submit' : 'button'}
      className={`btn btn--${kind}`}
      onClick={(event) => {
        event.preventDefault()
        press()
      }}
      aria-label={props.label}
      aria-disabled={refused || action.isPending || undefined}
      aria-busy={action.isPending || undefined}
      aria-describedby={props.describedBy}
    >
      {action.isPending ? (
        <span className="btn__working" aria-hidden="true" />
      ) : (
        icon !== undefined && <Icon name={icon} />
      )}
      {props.children}
    </button>
  )
}

// React shows `isPending` a moment after the press; two quick taps fit into that moment, and into a quick reply.
function usePressOnce(action: Act, refused: boolean): () => void {
  const pressed = useRef(false)
  const sent = useRef(false)
  useEffect(() => {
    if (action.isPending) sent.current = true
  }, [action.isPending])
  return () => {
    if (refused || action.isPending || pressed.current) return
    pressed.current = true
    sent.current = false
    const release = () => (pressed.current = false)
    setTimeout(() => (sent.current ? undefined : release()), 50) // done at once, without the server
    setTimeout(release, 400)
    if (action.mutate() === false) release()
  }
}

function Refusal({ action }: { action: Act }) {
  const { t } = useTranslation()
  const refused = !action.isPending && Boolean(action.error)
  return (
    <output>
      {action.isPending && <span className="sr-only">{t('action.pending')}</span>}
      {refused && (
        <span className="action__refusal">
          <Icon name="alert" size={16} />
          {explainProblem(action.error)}
          {isProblem(action.error) && action.error.code === 'calendar.year_missing' && (
            <Link to="/calendar">{t('nav.calendar')}</Link>
          )}
        </span>
      )}
    </output>
  )
}
