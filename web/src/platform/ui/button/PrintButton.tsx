import { act, ActionButton } from './ActionButton.tsx'

/** The browser's own printing; what goes on the paper is said by `@media print`. */
export function PrintButton({ children }: { children: React.ReactNode }) {
  return (
    <ActionButton action={act(() => window.print())} icon="print">
      {children}
    </ActionButton>
  )
}
