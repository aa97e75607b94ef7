import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrganizationNode } from '@dj/shared/county/organization/tree.schema.ts'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { Icon } from '../../../platform/ui/mark/Icon.tsx'
import { ErrorState } from '../../../platform/ui/state/ErrorState.tsx'
import { SkeletonList } from '../../../platform/ui/state/Skeleton.tsx'
import { treeQueries } from './tree.queries.ts'

interface Props {
  readonly node: OrganizationNode
  readonly onShow: (id: string) => void
}

/** A node and, once opened, what lies right below it: asked for only then. */
export function Branch({ node, closed, onShow, open: opened = false }: Props & { closed: boolean; open?: boolean }) {
  const { t } = useTranslation('tree')
  const [open, setOpen] = useState(opened)
  const hasChildren = node.children > 0 || closed
  return (
    <li>
      <NodeRow node={node} onShow={onShow}>
        {hasChildren && (
          <button
            type="button"
            className="tree__toggle"
            aria-expanded={open}
            aria-label={t(open ? 'fold' : 'unfold', { name: node.name })}
            onClick={() => setOpen(!open)}
          >
            <Icon name={open ? 'down' : 'forward'} size={20} />
          </button>
        )}
      </NodeRow>
      {hasChildren && open && <Below parent={node.id} closed={closed} onShow={onShow} />}
    </li>
  )
}

function Below({ parent, closed, onShow }: { parent: string; closed: boolean; onShow: (id: string) => void }) {
  const { t } = useTranslation('tree')
  const list = useInfiniteQuery(treeQueries.list({ parent, closed }))
  if (list.isPending) return <SkeletonList items={3} lines={1} />
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  return (
    <ul>
      {list.data.pages.flatMap(({ items }) =>
        items.map((node) => <Branch key={node.id} node={node} closed={closed} onShow={onShow} />),
      )}
      {list.hasNextPage && (
        <li>
          <ActionButton action={{ ...act(() => void list.fetchNextPage()), isPending: list.isFetchingNextPage }}>
            {t('more')}
          </ActionButton>
        </li>
      )}
    </ul>
  )
}

/** What it is called, of what kind it is, and how much lies below; found, it says where it lies. */
export function NodeRow({
  node,
  place = false,
  onShow,
  children,
}: Props & { place?: boolean; children?: React.ReactNode }) {
  const { t } = useTranslation(['tree', 'domain'])
  const notes = [
    t(`domain:organizationKind.${node.kind}`),
    place && node.place.length > 0 ? node.place.join(' / ') : undefined,
    !place && node.children > 0 ? t('below', { count: node.children }) : undefined,
    place && node.formerNames.length > 0 ? t('former', { names: node.formerNames.join('、') }) : undefined,
    node.closedOn === null ? undefined : t('closed', { on: node.closedOn }),
  ].filter((note) => note !== undefined)
  return (
    <div className={`tree__row${place ? ' tree__row--found' : ''}`}>
      {!place && <span>{children}</span>}
      <div className="tree__words">
        <button type="button" className="tree__name" onClick={() => onShow(node.id)}>
          {node.name}
        </button>
        <span className="quiet">{notes.join(' · ')}</span>
      </div>
    </div>
  )
}
