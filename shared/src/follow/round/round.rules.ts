import type { ProblemCode } from '../../problem.ts'
import type { RoundState } from './round.schema.ts'

export const roundActions = [
  'commit',
  'freeze',
  'reveal',
  'fall_back',
  'public_value',
  'draw',
  'assign',
  'find',
  'excuse',
  'close',
  'confirm_close',
  'abort',
] as const
export type RoundAction = (typeof roundActions)[number]

const never = {
  commit: 'round.frozen_already',
  freeze: 'round.frozen_already',
  reveal: 'round.not_frozen',
  fall_back: 'round.not_frozen',
  public_value: 'round.not_frozen',
  draw: 'round.not_frozen',
  assign: 'round.not_drawn',
  find: 'round.not_running',
  excuse: 'round.not_running',
  close: 'round.not_running',
  confirm_close: 'round.not_closing',
  abort: 'round.ended',
} as const satisfies Record<RoundAction, ProblemCode>
const drawnAlready = {
  reveal: 'round.drawn_already',
  fall_back: 'round.drawn_already',
  public_value: 'round.drawn_already',
  draw: 'round.drawn_already',
} as const

/** Which act is possible in which state of the round: planned → frozen → drawn → running → closing → closed, or aborted before the draw. */
export const roundTable = {
  planned: { ...never, commit: true, freeze: true, abort: true },
  frozen: { ...never, reveal: true, fall_back: true, public_value: true, draw: true, abort: true },
  drawn: { ...never, ...drawnAlready, assign: true, abort: 'round.drawn_already' },
  running: {
    ...never,
    ...drawnAlready,
    assign: true,
    find: true,
    excuse: true,
    close: true,
    abort: 'round.drawn_already',
  },
  closing: { ...never, ...drawnAlready, find: true, excuse: true, confirm_close: true, abort: 'round.drawn_already' },
  closed: {
    ...never,
    ...drawnAlready,
    find: 'round.ended',
    excuse: 'round.ended',
    close: 'round.ended',
    confirm_close: 'round.ended',
  },
  aborted: { ...never, commit: 'round.ended', freeze: 'round.ended' },
} as const satisfies Record<RoundState, Record<RoundAction, ProblemCode | true>>

/** Why `action` is not possible in `state`, or undefined if it is. */
export function roundRefusal(state: RoundState, action: RoundAction): ProblemCode | undefined {
  const entry: ProblemCode | true = roundTable[state][action]
  return entry === true ? undefined : entry
}

/** Freezing needs both commitments: whoever could still choose a seed must not know the frame. */
export const freezeRefusal = (state: RoundState, commitments: number): ProblemCode | undefined =>
  roundRefusal(state, 'freeze') ?? (commitments < 2 ? 'round.commitments_missing' : undefined)

/** Drawing needs both seeds (revealed or fallen back) and the public value, and someone who revealed neither. */
export function drawRefusal(
  round: { state: RoundState; seeds: number; publicValue: string | null; revealerIds: readonly string[] },
  drawerId: string,
): ProblemCode | undefined {
  const refusal = roundRefusal(round.state, 'draw')
  if (refusal) return refusal
  if (round.seeds < 2) return 'round.seeds_missing'
  if (round.publicValue === null) return 'round.public_value_missing'
  return round.revealerIds.includes(drawerId) ? 'round.drawer_is_revealer' : undefined
}

/** Closing needs every census order inspected or excused, and a second person to confirm. */
export function closeRefusal(state: RoundState, open: { census: number }): ProblemCode | undefined {
  return roundRefusal(state, 'close') ?? (open.census > 0 ? 'round.census_incomplete' : undefined)
}
export function confirmCloseRefusal(
  round: { state: RoundState; closingById: string | null },
  open: { census: number },
  personId: string,
): ProblemCode | undefined {
  const refusal = roundRefusal(round.state, 'confirm_close')
  if (refusal) return refusal
  if (round.closingById === personId) return 'round.second_person_needed'
  return open.census > 0 ? 'round.census_incomplete' : undefined
}
