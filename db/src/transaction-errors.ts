/** The connection could not be made, or went away while nothing was under way: nothing has happened, try again. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
  constructor(cause: unknown) {
    super('the connection to the database was lost', { cause })
  }
}

/** The transaction ended before its work did: nothing of it was stored, try again. */
export class TransactionLost extends Error {
  override readonly name = 'TransactionLost'
  constructor(cause?: unknown) {
    super('the transaction was lost before its commit', { cause })
  }
}

/** The connection went away during COMMIT: stored or not, only looking it up can tell (the idempotency key does). */
export class CommitUnknown extends Error {
  override readonly name = 'CommitUnknown'
  constructor(cause: unknown) {
    super('the connection to the database was lost during commit', { cause })
  }
}

/** Too many wait for the database, or have waited too long. */
export class TooBusy extends Error {
  override readonly name = 'TooBusy'
  constructor(why: 'queue_full' | 'waited_too_long') {
    super(why === 'queue_full' ? 'too many requests wait for the database' : 'the database was busy for too long')
  }
}
