import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { BackLink } from '../../platform/ui/page/BackLink.tsx'
import { toNeed, type Answers } from './answers.ts'
import type { Raise } from './raise.ts'

export type StepDraft = ReturnType<typeof useStep>

/** One step's form: checked by its own part of the shared schema, kept with every letter. */
export function useStep(raise: Raise, schema: z.ZodType, pick: readonly (keyof ReturnType<typeof toNeed> | string)[]) {
  const draft = useDraft({
    schema,
    initial: raise.answers,
    toInput: (answers) => Object.fromEntries(Object.entries(toNeed(answers)).filter(([key]) => pick.includes(key))),
    submit: () => Promise.resolve(raise.next()),
  })
  const set = <Name extends keyof Answers>(name: Name, value: Answers[Name], path?: string) => {
    draft.set(name, value, path)
    raise.keep({ [name]: value })
  }
  return { ...draft, set }
}

interface Props {
  readonly raise: Raise
  readonly draft: StepDraft
  readonly title: string
  readonly children: React.ReactNode
}

export function Step({ raise, draft, title, children }: Props) {
  const { t } = useTranslation('raise')
  return (
    <form {...draft.props} className="step">
      <StepHead raise={raise} title={title} />
      {children}
      <SubmitButton draft={draft} block>
        {t('continue')}
      </SubmitButton>
    </form>
  )
}

const focus = (heading: HTMLHeadingElement | null) => heading?.focus()

/** Where one is, how to go back, and the one question. */
export function StepHead({ raise, title }: Pick<Props, 'raise' | 'title'>) {
  const { t } = useTranslation(['raise', 'shell'])
  const { county, desk, step, steps } = raise
  return (
    <header className="step__head">
      <title>{`${title} · ${t('shell:product.name')}`}</title>
      {step > 1 && (
        <BackLink to="." search={(before) => ({ ...before, step: step - 1 })}>
          {t('back')}
        </BackLink>
      )}
      <p className="quiet">{t('where', { county: county.name, step, steps: steps.length + 1 })}</p>
      {desk !== undefined && <p className="quiet">{t('desk', { name: desk.name })}</p>}
      <h1 tabIndex={-1} ref={step > 1 ? focus : null}>
        {title}
      </h1>
    </header>
  )
}
