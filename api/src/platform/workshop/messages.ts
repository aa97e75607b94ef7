export type FromWorker =
  | { kind: 'part'; part: unknown }
  /** Asks for the next piece of the input. */
  | { kind: 'want' }
  | { kind: 'done'; result: unknown }

export type ToWorker = { kind: 'more' } | { kind: 'piece'; piece: unknown } | { kind: 'end' }
