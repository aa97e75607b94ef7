import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { MessagePage, MessageView } from '@dj/shared/claim/talk/talk.schema.ts'

/** What was said before the newest messages, asked for a page at a time; it stays while newer ones come in. */
export function useEarlier(newest: MessagePage, ask: (before: string) => Promise<MessagePage>) {
  const [kept, setKept] = useState<MessagePage>()
  const shown = kept ? joined(kept.messages, newest.messages) : newest.messages
  const first = shown[0]?.id
  const more = useMutation({
    mutationFn: async () => {
      if (first === undefined) return
      const page = await ask(first)
      setKept({ messages: joined(page.messages, shown), earlier: page.earlier })
    },
  })
  return { shown, earlier: (kept ?? newest).earlier, more }
}

const joined = (older: readonly MessageView[], newer: readonly MessageView[]): MessageView[] => {
  const known = new Set(older.map(({ id }) => id))
  return [...older, ...newer.filter(({ id }) => !known.has(id))]
}
