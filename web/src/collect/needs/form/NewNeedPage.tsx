import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NeedReceipt } from '@dj/shared/collect/need/need.schema.ts'
import { mayDo } from '../../../county/session/me.ts'
import { useMe } from '../../../county/session/session.queries.ts'
import { BackLink } from '../../../platform/ui/page/BackLink.tsx'
import { PageHeader } from '../../../platform/ui/page/PageHeader.tsx'
import { TabLinks } from '../../../platform/ui/table/TabLinks.tsx'
import { RaiseForm } from './RaiseForm.tsx'
import { Receipt } from './Receipt.tsx'
import { TranscribeForm } from './TranscribeForm.tsx'
import '../needs.css'

/** Raise a need of one's own, or write down what somebody says on the phone or at the door. */
export function NewNeedPage() {
  const { t } = useTranslation('needs')
  const me = useMe()
  const records = mayDo(me, 'need.raise_for_others')
  const { for: whom = records ? 'others' : 'me', step = 1 } = useSearch({ from: '/signed-in/collect/needs/new' })
  const [receipt, setReceipt] = useState<NeedReceipt>()
  const others = whom === 'others' && records
  const title = t(others ? 'record' : 'raise')
  const again = () => setReceipt(undefined)
  return (
    <>
      {(others || receipt !== undefined) && (
        <PageHeader title={title} back={<BackLink to="/needs">{t('title')}</BackLink>} />
      )}
      {receipt !== undefined && <Receipt receipt={receipt} others={others} onAgain={again} />}
      {receipt === undefined && records && step === 1 && <Whom />}
      {receipt === undefined && (others ? <TranscribeForm onFiled={setReceipt} /> : <RaiseForm onFiled={setReceipt} />)}
    </>
  )
}

function Whom() {
  const { t } = useTranslation('needs')
  const { for: whom } = useSearch({ from: '/signed-in/collect/needs/new' })
  const items = [
    { to: '/needs/new' as const, search: whom === 'others' ? { for: whom } : {}, label: t('for.others') },
    { to: '/needs/new' as const, search: { for: 'me' as const }, label: t('for.me') },
  ]
  return <TabLinks label={t('for')} items={items} />
}
