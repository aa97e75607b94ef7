import { useState } from 'react'
import { z } from 'zod'
import { keepDraft, keptDraft } from '../../platform/form/kept-draft.ts'

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

/** Where the answers so far are kept: of a stranger in this tab only, since a shared device must not remember a name; of whoever is signed in on the device, until sent or signed out. */
const keptIn = {
  tab: { read: readTab, write: (key: string, answers: object) => writeTab(key, JSON.stringify(answers)) },
  device: { read: (key: string): Answers => keptDraft(key, Answers.parse({})), write: keepDraft },
}

export function useAnswers(place: keyof typeof keptIn, key: string, first: Partial<Answers>) {
  const { read, write } = keptIn[place]
  const [answers, setAnswers] = useState(() => read(key))
  // What the poster says stands until it is said otherwise.
  const begun = { ...answers, ...(answers.townId === '' && first) }
  const keep = (part: Partial<Answers>) => {
    const next = { ...read(key), ...begun, ...part }
    write(key, next)
    setAnswers(next)
  }
  const forget = () => {
    write(key, {})
    setAnswers(Answers.parse({}))
  }
  return { answers: begun, keep, forget }
}

function readTab(key: string): Answers {
  try {
    const kept = Answers.safeParse(JSON.parse(sessionStorage.getItem(key) ?? '{}'))
    return kept.success ? kept.data : Answers.parse({})
  } catch {
    return Answers.parse({})
  }
}

function writeTab(key: string, text: string): void {
  try {
    sessionStorage.setItem(key, text)
  } catch {
    // a browser that forbids storage keeps the answers until the page closes
  }
}
