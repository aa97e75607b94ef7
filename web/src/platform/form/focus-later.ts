/** A ref for the field a dialog begins with: the browser first puts the focus on the dialog's own button. */
export function focusLater(field: HTMLElement | null): void {
  if (field !== null) requestAnimationFrame(() => field.focus())
}
