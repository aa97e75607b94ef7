import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrganizationDetail } from '@dj/shared/county/organization/tree.schema.ts'
import { may } from '@dj/shared/policy.ts'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { Dialog } from '../../../platform/ui/button/Dialog.tsx'
import { ErrorState } from '../../../platform/ui/state/ErrorState.tsx'
import { notify } from '../../../platform/ui/state/notices.ts'
import { SkeletonList } from '../../../platform/ui/state/Skeleton.tsx'
import { actorOf } from '../../session/me.ts'
import { useMe } from '../../session/session.queries.ts'
import { AddForm } from './AddSheet.tsx'
import { CloseForm } from './CloseForm.tsx'
import { EditForm } from './EditForm.tsx'
import { Facts } from './Facts.tsx'
import { MoveForm } from './MoveForm.tsx'
import { treeQueries } from './tree.queries.ts'

interface Props {
  readonly id: string | undefined
  readonly onShow: (id: string | undefined) => void
}

/** One organization: what it is, what hangs on it, and what may be done with it. */
export function OrganizationSheet({ id, onShow }: Props) {
  const { t } = useTranslation('tree')
  const detail = useQuery({ ...treeQueries.one(id ?? ''), enabled: id !== undefined })
  return (
    <Dialog open={id !== undefined} sheet title={detail.data?.name ?? t('one')} onClose={() => onShow(undefined)}>
      {detail.isError ? (
        <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />
      ) : detail.data === undefined ? (
        <SkeletonList items={4} lines={1} />
      ) : (
        <Whole organization={detail.data} onShow={onShow} />
      )}
    </Dialog>
  )
}

const tasks = ['add', 'edit', 'move', 'close'] as const
type Task = (typeof tasks)[number]

function Whole({ organization, onShow }: { organization: OrganizationDetail; onShow: Props['onShow'] }) {
  const { t } = useTranslation('tree')
  const [task, setTask] = useState<Task>()
  const actor = actorOf(useMe())
  const { kind, path, closedOn } = organization
  const possible = tasks.filter(
    (each) =>
      closedOn === null &&
      may(`organization.${each}`, actor, { path }) &&
      (each === 'add' ? !barren.includes(kind) : kind !== 'county'),
  )
  const done = (said: string) => {
    notify(said)
    setTask(undefined)
  }
  return (
    <div className="organization-sheet">
      <Facts organization={organization} onShow={onShow} />
      {task === undefined ? (
        possible.length > 0 && (
          <div className="row">
            {possible.map((each) => (
              <ActionButton
                key={each}
                action={act(() => setTask(each))}
                {...(each === 'close' && { kind: 'danger' as const })}
              >
                {t(`task.${each}`)}
              </ActionButton>
            ))}
          </div>
        )
      ) : (
        <section className="stack" aria-labelledby="tree-task">
          <h3 id="tree-task">{t(`task.${task}`)}</h3>
          {task === 'add' && <AddForm parent={organization} onAdded={onShow} />}
          {task === 'edit' && <EditForm organization={organization} onDone={() => done(t('done.edit'))} />}
          {task === 'move' && <MoveForm organization={organization} onDone={() => done(t('done.move'))} />}
          {task === 'close' && <CloseForm organization={organization} onDone={() => done(t('done.close'))} />}
          <ActionButton action={act(() => setTask(undefined))}>{t('cancel')}</ActionButton>
        </section>
      )}
    </div>
  )
}

/** Kinds below which nothing stands. */
const barren: readonly OrganizationDetail['kind'][] = ['group', 'enterprise', 'station', 'alliance']
