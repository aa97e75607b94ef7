import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AnswerObjection, RaiseObjection, type RetirementView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { keptDraft } from '../../platform/form/kept-draft.ts'
import { notify } from '../../platform/ui/state/notices.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { retirementMutations } from './retirement.queries.ts'
import { WordsForm } from './WordsForm.tsx'

/** What people say against it during the notice, and what they are answered. */
export function Objections({ retirement }: { retirement: RetirementView }) {
  const { t } = useTranslation('retirements')
  const { objections, may } = retirement
  if (objections.length === 0 && !may.object) return null
  return (
    <section className="order__section" aria-labelledby="retirement-objections">
      <h2 id="retirement-objections">{t('objections.title', { count: objections.length })}</h2>
      <ol className="objections">
        {objections.map((objection) => (
          <Objection key={objection.id} retirement={retirement} objection={objection} />
        ))}
      </ol>
      {may.object && <Raise id={retirement.id} />}
    </section>
  )
}

type Objection = RetirementView['objections'][number]

function Objection({ retirement, objection }: { retirement: RetirementView; objection: Objection }) {
  const { t } = useTranslation('retirements')
  const answer = useMutation(retirementMutations.answer(retirement.id, objection.id))
  return (
    <li>
      <p className="quiet">
        {objection.by ?? t('objections.byRequester')} · <DateText value={objection.at} time />
      </p>
      <p className="prose order__words">{objection.words}</p>
      {objection.answer !== null && (
        <blockquote>
          <p className="quiet">
            {t('objections.answeredBy', { who: objection.answeredBy ?? '' })}
            {objection.answeredAt !== null && <DateText value={objection.answeredAt} time />}
          </p>
          <p className="prose order__words">{objection.answer}</p>
        </blockquote>
      )}
      {objection.answer === null && !retirement.may.answer && <p>{t('objections.open')}</p>}
      {objection.answer === null && retirement.may.answer && (
        <WordsForm
          kept={`objection.${objection.id}`}
          schema={AnswerObjection}
          name="answer"
          label={t('objections.answer.label')}
          submitLabel={t('objections.answer.submit')}
          submit={async (input) => {
            await answer.mutateAsync(input)
            notify(t('objections.answer.done'))
          }}
        />
      )}
    </li>
  )
}

function Raise({ id }: { id: string }) {
  const { t } = useTranslation('retirements')
  const kept = `objection.new.${id}`
  const [open, setOpen] = useState(() => keptDraft(kept, { words: '' }).words.trim() !== '')
  const raise = useMutation(retirementMutations.object(id))
  if (!open)
    return (
      <ActionButton icon="note" action={act(() => setOpen(true))}>
        {t('objections.raise')}
      </ActionButton>
    )
  return (
    <WordsForm
      kept={kept}
      schema={RaiseObjection}
      name="words"
      label={t('objections.words')}
      hint={t('objections.hint')}
      submitLabel={t('objections.raise')}
      submit={async (input) => {
        await raise.mutateAsync(input)
        notify(t('objections.done'))
        setOpen(false)
      }}
    />
  )
}
