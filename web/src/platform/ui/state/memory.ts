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

/** Forgets everything whose key begins so. */
export function forgetAll(beginning: string): void {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, nth) => localStorage.key(nth) ?? '')
    for (const key of keys.filter((one) => one.startsWith(prefix + beginning))) localStorage.removeItem(key)
  } catch {
    // what was never kept needs no forgetting
  }
}
