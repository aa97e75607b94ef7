import { useNavigate, useSearch } from '@tanstack/react-router'
import { NeedReceipt, RaiseNeed, type RaiseNeedOpenly } from '@dj/shared/collect/need/need.schema.ts'
import { useMe } from '../../../county/session/session.queries.ts'
import { useSettings } from '../../../county/settings/settings.queries.ts'
import { request } from '../../../platform/api/client.ts'
import { usePhotos } from '../../../platform/photos/use-photos.ts'
import { useAnswers } from '../../raise/answers.ts'
import { asked, type Raise } from '../../raise/raise.ts'
import { RaiseSteps } from '../../raise/RaiseSteps.tsx'
import { useChange } from '../needs.queries.ts'

/** A need of one's own, by the form that strangers use, too; what others have said already is shown while typing. */
export function RaiseForm({ onFiled }: { onFiled: (receipt: NeedReceipt) => void }) {
  const { county, person } = useMe()
  const categories = useSettings()?.categories
  const { step = 1, ...from } = useSearch({ from: '/signed-in/collect/needs/new' })
  const navigate = useNavigate()
  const kept = `raise.${person.id}`
  const { answers, keep, forget } = useAnswers('device', kept, {})
  const photos = usePhotos(kept)
  const file = useChange((body: RaiseNeed | RaiseNeedOpenly) =>
    request('POST', '/needs', { body, schema: NeedReceipt }),
  )
  const raise: Raise = {
    ...{ desk: undefined, answers, keep, photos, step, steps: asked.signedIn, schema: RaiseNeed },
    county: { name: county.name, towns: [], ...(categories && { categories }) },
    send: file.mutateAsync,
    next: () => void navigate({ to: '/needs/new', search: { ...from, step: step + 1 } }),
  }
  const done = async (receipt: NeedReceipt) => {
    forget()
    await photos.forget()
    await navigate({ to: '/needs/new', search: from, replace: true })
    onFiled(receipt)
  }
  return <RaiseSteps raise={raise} onRaised={(receipt) => void done(receipt)} />
}
