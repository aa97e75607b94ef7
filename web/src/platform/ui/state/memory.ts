const prefix = 'dj.'

/** What this device remembers for its user. A browser that forbids storage simply forgets. */
export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(prefix + key) ?? undefined
  } catch {
    return undefined
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(prefix + key, value)
  } catch {
    // private windows may refuse: the choice then lasts until the page closes
  }
}
