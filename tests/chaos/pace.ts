/** Of the time a run has, the rest is for what is still on its way at the end. */
const SHARE_OF_TIME = 0.6
/** Before so many answers, a pace says little. */
const FIRST_ANSWERS = 50

/** How many attempts fit into a run: what was wished, or what this machine answers in the time there is. `ms`: since the first. */
export function attemptsThatFit(
  wish: { attempts: number; withinMs: number; least: number },
  so: { answered: number; ms: number },
): number {
  if (so.answered < FIRST_ANSWERS) return wish.attempts
  const fit = Math.floor((so.answered / so.ms) * wish.withinMs * SHARE_OF_TIME)
  return Math.min(wish.attempts, Math.max(wish.least, fit))
}
