import { sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'

export interface PageDelivery {
  id: string
  claimId: string
  words: string
  hours: number | null
  deliveredAt: string
  deliveredBy: string
  answer: 'solved' | 'partly' | 'not' | 'unanswered' | null
  answerWords: string | null
  answeredAt: string | null
  answerVia: 'signed_in' | 'receipt' | 'telephone' | 'silence' | null
  answerEnteredBy: string | null
  attachments: string[]
}

/** A delivery as a JSON object, for the row `d` of the surrounding statement. */
export const deliveryJson = sql`json_build_object('id', d.id, 'claimId', d.claim_id, 'words', d.words, 'hours', d.hours,
  'deliveredAt', d.delivered_at, 'deliveredBy', d.delivered_by, 'answer', d.answer, 'answerWords', d.answer_words,
  'answeredAt', d.answered_at, 'answerVia', d.answer_via,
  'answerEnteredBy', (select p.alias from person p where p.county_id = d.county_id and p.id = d.answered_by and d.answer_via = 'telephone'),
  'attachments', array(select a.id from attachment a where a.county_id = d.county_id and a.delivery_id = d.id order by a.id))`

export async function findPageDelivery(db: Reads, countyId: string, id: string): Promise<PageDelivery | undefined> {
  const rows = await db.execute<{ delivery: PageDelivery }>(sql`
    select ${deliveryJson} as delivery from delivery d where d.county_id = ${countyId} and d.id = ${id}`)
  return rows[0]?.delivery
}
