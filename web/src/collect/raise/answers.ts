import { useState } from 'react'
import { z } from 'zod'
import type { RequesterKind } from '@dj/shared/collect/need/need.schema.ts'

/** What the form's controls hold; empty texts are answers not given yet. */
const Answers = z.object({
  body: z.string().default(''),
  requesterKind: z.string().default(''),
  category: z.string().default(''),
  urgency: z.string().default(''),
  townId: z.string().default(''),
  requesterName: z.string().default(''),
  contactName: z.string().default(''),
  phone: z.string().default(''),
  share: z.enum(['', 'yes']).default(''),
})
export type Answers = z.infer<typeof Answers>

/** As the api wants them. */
export function toNeed({ contactName, phone, townId, urgency, share, ...answers }: Answers) {
  const contact = {
    ...(contactName.trim() !== '' && { name: contactName }),
    ...(phone.trim() !== '' && { phone: phone.replaceAll(/[\s\u3000]/g, '').normalize('NFKC') }),
  }
  return {
    ...given(answers),
    ...given({ urgency, townId }),
    ...(Object.keys(contact).length > 0 && { contact, ...(share === 'yes' && { shareContact: true }) }),
  }
}

const given = (answers: Record<string, string>) =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ''))

/** Categories that fit whoever asks, the likely ones only; 其他 fits everybody. */
export const categoriesFor = (kind: string): readonly Category[] =>
  kind === 'enterprise' || kind === 'organization' ? offered[kind] : offered.person

const offered = {
  person: ['rights', 'skills', 'care', 'culture', 'marriage', 'volunteering', 'other'],
  organization: ['organization_building', 'skills', 'care', 'culture', 'volunteering', 'other'],
  enterprise: ['staff', 'orders', 'finance', 'markets', 'purchasing', 'materials', 'safety', 'research', 'other'],
} as const satisfies Partial<Record<RequesterKind | 'person', readonly string[]>>

type Category = (typeof offered)[keyof typeof offered][number]

/** The answers so far, kept in this tab only: a shared device must not remember a name. */
export function useAnswers(countyId: string, first: Partial<Answers>) {
  const key = `dj.raise.${countyId}`
  const [answers, setAnswers] = useState(() => read(key))
  // What the poster says stands until it is said otherwise.
  const begun = { ...answers, ...(answers.townId === '' && first) }
  const keep = (part: Partial<Answers>) => {
    const next = { ...read(key), ...begun, ...part }
    write(key, JSON.stringify(next))
    setAnswers(next)
  }
  const forget = () => write(key, '{}')
  return { answers: begun, keep, forget }
}

function read(key: string): Answers {
  try {
    const kept = Answers.safeParse(JSON.parse(sessionStorage.getItem(key) ?? '{}'))
    return kept.success ? kept.data : Answers.parse({})
  } catch {
    return Answers.parse({})
  }
}

function write(key: string, text: string): void {
  try {
    sessionStorage.setItem(key, text)
  } catch {
    // a browser that forbids storage keeps the answers until the page closes
  }
}
