import { useTranslation } from 'react-i18next'
import type { NeedReceipt } from '@dj/shared/collect/need/need.schema.ts'
import { useMe } from '../../../county/session/session.queries.ts'
import { SubmitButton } from '../../../platform/form/SubmitButton.tsx'
import { emptyNeed, useNeedDraft } from './need-draft.ts'
import { AboutFields, ContactFields, NeedWords } from '../NeedWords.tsx'
import { SimilarVoices } from './SimilarVoices.tsx'

/** A need of one's own; what others have said already is shown while typing. */
export function RaiseForm({ onFiled }: { onFiled: (receipt: NeedReceipt) => void }) {
  const { t } = useTranslation('needs')
  const draft = useNeedDraft(`raise.${useMe().person.id}`, emptyNeed, onFiled)
  return (
    <form {...draft.props} className="raise stack">
      <NeedWords draft={draft} own />
      <SimilarVoices body={draft.values.body} />
      <AboutFields draft={draft} />
      <ContactFields draft={draft} own />
      <div>
        <SubmitButton draft={draft}>{t('submit')}</SubmitButton>
      </div>
    </form>
  )
}
