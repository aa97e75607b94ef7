import { isIdentityTaken, type IdentityChange } from '@dj/db/queries/county/people.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { Refused } from '@dj/shared/problem.ts'
import { hashOfCode } from '../../platform/one-time-code.ts'

interface Given {
  phone?: string | null | undefined
  documentNumber?: string | null | undefined
}

/** A document number as it is kept: a hash under our key that tells sameness, and the last four digits for whoever looks it up. */
export const documentOf = (salt: string, number: string | null) => ({
  documentKey: number === null ? null : hashOfCode(salt, 'document', number),
  documentLast4: number === null ? null : number.slice(-4),
})

/** What is stored of the identity that was given; one telephone or document of two accounts is refused. `whose`: null for a new one. */
export async function identityOf(
  tx: Tx,
  { countyId, salt, whose }: { countyId: string; salt: string; whose: string | null },
  { phone, documentNumber }: Given,
): Promise<IdentityChange> {
  const document: IdentityChange = documentNumber === undefined ? {} : documentOf(salt, documentNumber)
  if (phone != null && (await isIdentityTaken(tx, countyId, { phone }, whose)))
    throw new Refused('person.phone_taken', 'phone')
  const { documentKey = null } = document
  if (documentKey != null && (await isIdentityTaken(tx, countyId, { documentKey }, whose)))
    throw new Refused('person.document_taken', 'documentNumber')
  return { ...(phone === undefined ? {} : { phone, phoneShared: false }), ...document }
}
