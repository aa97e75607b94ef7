import { useNavigate } from '@tanstack/react-router'
import type { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import type { Doing } from './DeskDialogs.tsx'
import { focusedRow, moveFocus, useKeys } from './use-keys.ts'
import type { Selection } from './waiting/use-selection.ts'

interface Options {
  readonly needs: readonly NeedView[]
  readonly selection: Selection
  readonly onDo: (doing: Doing) => void
  readonly onHelp: () => void
}

/** The desk without a mouse; what acts on needs acts on the ticked ones, or on the one that has the focus. */
export function useDeskKeys({ needs, selection, onDo, onHelp }: Options): void {
  const navigate = useNavigate()
  const focused = () => needs.find(({ id }) => id === focusedRow())
  const chosen = () => (selection.needs.length > 0 ? selection.needs : [focused()].filter((need) => need !== undefined))
  const withChosen = (what: 'build' | 'merge', least: number) => () => {
    const ids = chosen()
    if (ids.length < least) return
    selection.choose(ids.map(({ id }) => id))
    onDo({ what, needs: ids })
  }
  const withFocused = (what: 'answer' | 'decline') => () => {
    const need = focused()
    if (need !== undefined) onDo({ what, need })
  }
  useKeys({
    j: () => moveFocus(1),
    k: () => moveFocus(-1),
    l: () => moveFocus(1, true),
    h: () => moveFocus(-1, true),
    x: () => focused() && selection.toggle(focused()?.id ?? ''),
    b: withChosen('build', 1),
    m: withChosen('merge', 2),
    a: withFocused('answer'),
    d: withFocused('decline'),
    e: () => openDraft((id) => void navigate({ to: '/desk/orders/$id/edit', params: { id } })),
    p: () =>
      document.activeElement?.closest('[data-row]')?.querySelector<HTMLElement>('[data-publish] button')?.click(),
    Escape: selection.clear,
    '?': onHelp,
  })
}

function openDraft(open: (id: string) => void): void {
  const row = document.activeElement?.closest<HTMLElement>('[data-column="drafts"] [data-row]')?.dataset['row']
  if (row !== undefined) open(row)
}
