import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextInput } from '../../platform/form/controls.tsx'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { PublicPage } from '../../county/door/PublicPage.tsx'
import { Icon } from '../../platform/ui/mark/Icon.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { KeptHere } from './KeptHere.tsx'
import { readTypedCode } from '../../collect/receipts/receipt-code.ts'
import '../../platform/form/form.css'
import '../../collect/receipts/receipt.css'

/** Code in. Large, and nothing else on the page. */
export function ReceiptsPage() {
  const { t } = useTranslation('receipts')
  return (
    <PublicPage>
      <div className="plain">
        <PageHeader title={t('title')} lead={t('lead')} />
        <CodeForm />
        <KeptHere />
      </div>
    </PublicPage>
  )
}

function CodeForm() {
  const { t } = useTranslation('receipts')
  const { typed, setTyped, fault, submit } = useTypedCode()
  const described = `code-hint${fault === undefined ? '' : ' code-fault'}`
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <div className="field">
        <label className="field__label" htmlFor="code">
          {t('code.label')}
        </label>
        <div id="code-hint" className="field__hint">
          {t('code.hint')}
        </div>
        <div className="code-input">
          <TextInput
            id="code"
            name="code"
            value={typed}
            onValue={setTyped}
            placeholder="330382-7KQM-X2WT"
            aria-describedby={described}
            {...(fault !== undefined && { 'aria-invalid': true as const })}
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="search"
          />
        </div>
        {fault !== undefined && (
          <div id="code-fault" className="field__error" role="alert">
            <Icon name="alert" size={20} />
            {fault}
          </div>
        )}
      </div>
      <ActionButton action={act(submit)} kind="primary" icon="search" submits block>
        {t('code.submit')}
      </ActionButton>
      <p className="quiet">{t('code.lost')}</p>
    </form>
  )
}

function useTypedCode() {
  const { t } = useTranslation('receipts')
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<string>()
  const submit = () => {
    const read = readTypedCode(typed)
    if ('code' in read) return void navigate({ to: '/receipt/$code', params: { code: read.code } })
    setFault(t(`code.wrong.${read.wrong}`, { count: read.count }))
    document.getElementById('code')?.focus()
  }
  const change = (value: string) => {
    setTyped(value)
    setFault(undefined)
  }
  return { typed, setTyped: change, fault, submit }
}
