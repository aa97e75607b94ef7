/** How often something may be done: `most` at once, and one more every `everyMs` milliseconds. */
export interface Pace {
  most: number
  everyMs: number
}

/** How much is used up: `level` as of `at` (milliseconds since 1970). */
export interface Level {
  level: number
  at: number
}

/** The level now, after what has come back since. What is left of a step is kept. */
export function levelNow({ everyMs }: Pace, { level, at }: Level, now: number): Level {
  const back = Math.max(0, Math.floor((now - at) / everyMs))
  return level <= back ? { level: 0, at: now } : { level: level - back, at: at + back * everyMs }
}

/** The level with `cost` more, and how many milliseconds until that much is there: 0 if it is there now. */
export function spend(pace: Pace, before: Level, cost: number, now: number): Level & { waitMs: number } {
  const { level, at } = levelNow(pace, before, now)
  const over = level + cost - pace.most
  return { level: level + cost, at, waitMs: over > 0 ? Math.max(0, over * pace.everyMs - (now - at)) : 0 }
}
