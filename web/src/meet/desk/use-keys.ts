import { useEffect, useRef } from 'react'

export type Keys = Readonly<Record<string, () => void>>

/** Single keys of a page; quiet while somebody types or a dialog is open. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const act = latest.current[event.key]
      if (act === undefined || event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

const isElsewhere = (target: EventTarget | null) =>
  (target instanceof HTMLElement && target.closest('textarea, select, input:not([type="checkbox"])') !== null) ||
  document.querySelector('dialog[open]') !== null

/** The row that has the focus, as `data-row` names it. */
export const focusedRow = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['row']

/** Moves the focus among rows, within the column that has it; `sideways` goes over to the next column. */
export function moveFocus(step: number, sideways = false): void {
  const columns = [...document.querySelectorAll<HTMLElement>('[data-column]')].filter(isShown)
  const here = columns.findIndex((column) => column.contains(document.activeElement))
  const column = columns[clamp(sideways && here >= 0 ? here + step : Math.max(here, 0), columns.length)]
  const rows = [...(column?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  const next = rows[clamp(at < 0 ? 0 : at + step, rows.length)]
  next?.querySelector<HTMLElement>('[data-open]')?.focus()
  next?.scrollIntoView?.({ block: 'nearest' })
}

const isShown = (column: HTMLElement) => getComputedStyle(column).display !== 'none'
const clamp = (at: number, size: number) => Math.min(Math.max(at, 0), size - 1)
