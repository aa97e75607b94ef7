import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { Icon } from '../../platform/ui/mark/Icon.tsx'
import { canDigest } from './digest.ts'
import { fetchBundle } from './results.queries.ts'
import { type Check, type Verification, verifyBundle } from './verify-bundle.ts'

/** Downloads the bundle and computes the draw again, here and not on the server; or does it with a file one already has. */
export function VerifyPanel({ roundId }: { roundId: string }) {
  const { t } = useTranslation('results')
  const id = useId()
  const verify = useMutation({
    mutationFn: async (file?: Blob) => verifyBundle(await (file === undefined ? fetchBundle(roundId) : file.text())),
  })
  return (
    <section className="order__section" aria-labelledby={id}>
      <h2 id={id}>{t('verify.title')}</h2>
      <p className="prose">{t('verify.body')}</p>
      <div className="row">
        <ActionButton
          kind="primary"
          icon="shield"
          action={{ ...verify, mutate: () => verify.mutate(undefined) }}
          disabledReason={canDigest() ? undefined : t('verify.insecure')}
        >
          {t('verify.action')}
        </ActionButton>
        <label className="btn btn--default">
          <Icon name="upload" />
          {t('verify.file')}
          <input
            type="file"
            accept=".json,application/json"
            className="sr-only"
            onChange={({ target }) => {
              const file = target.files?.[0]
              if (file !== undefined) verify.mutate(file)
              target.value = ''
            }}
          />
        </label>
      </div>
      <div aria-live="polite">{verify.data !== undefined && <Outcome verification={verify.data} />}</div>
    </section>
  )
}

function Outcome({ verification }: { verification: Verification }) {
  const { t } = useTranslation('results')
  if (!verification.readable) return <p className="results__verdict results__verdict--bad">{t('verify.unreadable')}</p>
  const { results, bundle } = verification
  // Nothing contradicts it, and nothing was held against anything.
  const isAbsent = (check: Check) => check === 'inspectors' && bundle.pool === undefined
  const failed = results.filter(({ ok }) => !ok).length
  return (
    <>
      <p className={`results__verdict${failed === 0 ? '' : ' results__verdict--bad'}`}>
        <Icon name={failed === 0 ? 'check' : 'alert'} />
        {failed === 0 ? t('verify.ok', { count: bundle.frame.length }) : t('verify.bad', { count: failed })}
      </p>
      <ol className="results__checks">
        {results.map(({ check, ok }) => (
          <li key={check} data-ok={ok}>
            <Icon name={ok ? 'check' : 'close'} label={t(ok ? 'verify.holds' : 'verify.fails')} />
            <span>
              <strong>{t(`check.${check}`)}</strong>
              <span className="quiet">
                {t(isAbsent(check) ? 'check.inspectors.none' : ok ? `check.${check}.ok` : `check.${check}.bad`)}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}
