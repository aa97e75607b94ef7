import { type Asked, OpenDoor } from '../../platform/http/guard/open-door.ts'

const door = new OpenDoor({ refused: { most: 30, everyMs: 5_000 } })

/**
 * Whoever offers a receipt code, wherever it is asked for. A code that is known costs nothing; of the 656 thousand million
 * codes of a county one address may try 17 310 a day. Errors: rate_limited, or those of the work.
 */
export const receiptGuesses = {
  letCode: <T>(code: string | undefined, asked: Asked, work: () => Promise<T>): Promise<T> =>
    code === undefined ? work() : door.let(asked, work),
}
