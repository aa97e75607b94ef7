import { useEffect, useState } from 'react'
import {
  NeedReceipt,
  RaiseNeed,
  type Channel,
  type RequesterKind,
  type Urgency,
} from '@dj/shared/collect/need/need.schema.ts'
import { request } from '../../../platform/api/client.ts'
import { forgetDraft, keptDraft, useKeepDraft } from '../../../platform/form/kept-draft.ts'
import { useDraft } from '../../../platform/form/use-draft.ts'
import { useChange } from '../needs.queries.ts'

export interface NeedDraft {
  readonly body: string
  readonly category: string
  readonly urgency: Urgency
  readonly contactName: string
  readonly contactPhone: string
  readonly shareContact: boolean
  readonly channel: Channel
  readonly requesterKind: RequesterKind | ''
  readonly requesterName: string
  readonly organizationId: string
  readonly roundLabel: string
}

export const emptyNeed: NeedDraft = {
  body: '',
  category: '',
  urgency: 'normal',
  contactName: '',
  contactPhone: '',
  shareContact: false,
  channel: 'self_service',
  requesterKind: '',
  requesterName: '',
  organizationId: '',
  roundLabel: '',
}

const given = (value: string) => (value.trim() === '' ? undefined : value)

/** The form as the api takes it: what is empty is absent. A telephone number may be typed with spaces, as it is spoken. */
function toInput(draft: NeedDraft): unknown {
  const contact = { name: given(draft.contactName), phone: given(draft.contactPhone.replaceAll(/[\s－–—]/g, '')) }
  return {
    body: draft.body,
    category: given(draft.category),
    urgency: draft.urgency,
    channel: draft.channel,
    requesterKind: given(draft.requesterKind),
    requesterName: given(draft.requesterName),
    organizationId: given(draft.organizationId),
    roundLabel: given(draft.roundLabel),
    contact: contact.name === undefined && contact.phone === undefined ? undefined : contact,
    shareContact: draft.shareContact || undefined,
  }
}

export function useNeedDraft(kept: string, initial: NeedDraft, onFiled: (receipt: NeedReceipt) => void) {
  const raise = useChange((body: RaiseNeed) => request('POST', '/needs', { body, schema: NeedReceipt }))
  const draft = useDraft({
    schema: RaiseNeed,
    initial: keptDraft(kept, initial),
    toInput,
    submit: async (input) => {
      const receipt = await raise.mutateAsync(input)
      forgetDraft(kept)
      onFiled(receipt)
    },
  })
  useKeepDraft(kept, draft.values, initial)
  return draft
}
export type NeedForm = ReturnType<typeof useNeedDraft>

/** The words once the typing pauses: what is asked about while somebody still types. */
export function usePaused(words: string, pause = 400): string {
  const [paused, setPaused] = useState(words)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(words.trim()), pause)
    return () => clearTimeout(timer)
  }, [words, pause])
  return paused
}
