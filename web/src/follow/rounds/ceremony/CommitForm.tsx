import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoundView } from '@dj/shared/follow/round/round.schema.ts'
import { Checkbox } from '../../../platform/form/controls.tsx'
import { canDigest } from '../../results/digest.ts'
import { ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { CopyButton } from '../../../platform/ui/button/CopyButton.tsx'
import { Icon } from '../../../platform/ui/mark/Icon.tsx'
import { notify } from '../../../platform/ui/state/notices.ts'
import { PrintButton } from '../../../platform/ui/button/PrintButton.tsx'
import { roundMutations } from '../rounds.queries.ts'
import { commitmentOf, seedFor } from './seed.ts'
import { useQuarter } from '../../../platform/ui/time/use-quarter.ts'

/** Chooses a seed on this device, has it written down, and publishes its commitment only. */
export function CommitForm({ round, onDone }: { round: RoundView; onDone: () => void }) {
  const { t } = useTranslation('rounds')
  const [seed] = useState(() => seedFor(round.id))
  const [kept, setKept] = useState(false)
  const commit = useMutation(roundMutations.commit(round.id))
  const commitment = useQuery({
    queryKey: ['commitment', seed],
    queryFn: () => commitmentOf(seed),
    enabled: canDigest(),
    gcTime: 0,
  })
  const publish = () =>
    commit.mutate(
      { commitment: commitment.data ?? '' },
      {
        onSuccess: () => {
          notify(t('commit.done'))
          onDone()
        },
      },
    )
  const why = commitment.data === undefined ? t('commit.insecure') : kept ? undefined : t('commit.keepFirst')
  return (
    <div className="stack">
      <p className="prose">{t('commit.body')}</p>
      <SeedPaper round={round} seed={seed} commitment={commitment.data} />
      <p className="commit__warning">{t('commit.warning')}</p>
      <div className="row">
        <SeedFile round={round} seed={seed} />
        <PrintButton>{t('commit.print')}</PrintButton>
        <CopyButton text={seed}>{t('commit.copy')}</CopyButton>
      </div>
      <Checkbox checked={kept} onChecked={setKept}>
        {t('commit.kept')}
      </Checkbox>
      <ActionButton block kind="primary" action={{ ...commit, mutate: publish }} disabledReason={why}>
        {t('commit.submit')}
      </ActionButton>
    </div>
  )
}

/** The same as a file: made here, never sent. */
function SeedFile({ round, seed }: { round: RoundView; seed: string }) {
  const { t } = useTranslation('rounds')
  const href = `data:text/plain;charset=utf-8,${encodeURIComponent(`${seed}\n`)}`
  return (
    <a className="btn btn--default" href={href} download={`seed-${round.quarter}.txt`}>
      <Icon name="download" />
      {t('commit.download')}
    </a>
  )
}

/** The backup: on screen now, and alone on the paper when printed. */
function SeedPaper({ round, seed, commitment }: { round: RoundView; seed: string; commitment: string | undefined }) {
  const { t } = useTranslation('rounds')
  const quarter = useQuarter()
  return (
    <dl className="seed-paper">
      <div>
        <dt>{t('commit.round')}</dt>
        <dd>{quarter(round.quarter)}</dd>
      </div>
      <div>
        <dt>{t('commit.seed')}</dt>
        <dd>
          <code className="hex">{seed}</code>
        </dd>
      </div>
      <div>
        <dt>{t('commit.commitment')}</dt>
        <dd>
          <code className="hex">{commitment ?? '…'}</code>
        </dd>
      </div>
    </dl>
  )
}
