import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { mayDo } from '../../county/session/me.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import { needActs, useChange } from './needs.queries.ts'

/** The voices treated together with this need; each keeps its own receipt, and can be taken apart again. */
export function MergedVoices({ need }: { need: NeedView }) {
  const { t } = useTranslation('needs')
  return (
    <section className="stack">
      <h2>{t('voices', { count: need.voices.length + 1 })}</h2>
      <ul className="voices">
        {need.voices.map((voice) => (
          <Voice key={voice.id} voice={voice} />
        ))}
      </ul>
    </section>
  )
}

function Voice({ voice }: { voice: NeedView['voices'][number] }) {
  const { t } = useTranslation('needs')
  const me = useMe()
  const unmerge = useChange(() => needActs.unmerge(voice.id))
  const told = { onSuccess: () => notify(t('unmerge.done', { who: voice.requesterName })) }
  return (
    <li className="row row--apart">
      <Link to="/needs/$id" params={{ id: voice.id }}>
        {voice.requesterName}
      </Link>
      {mayDo(me, 'need.unmerge') && (
        <ActionButton
          kind="plain"
          action={{ ...unmerge, mutate: () => unmerge.mutate(undefined, told) }}
          label={t('unmerge.label', { who: voice.requesterName })}
        >
          {t('unmerge.action')}
        </ActionButton>
      )}
    </li>
  )
}
