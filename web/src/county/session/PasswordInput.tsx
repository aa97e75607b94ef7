import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextInput } from '../../platform/form/controls.tsx'
import './password.css'

type Props = Omit<React.ComponentProps<typeof TextInput>, 'type'>

/** A password that can be looked at before it is sent. */
export function PasswordInput(input: Props) {
  const { t } = useTranslation('session')
  const [shown, setShown] = useState(false)
  return (
    <div className="password">
      <TextInput autoComplete="current-password" {...input} type={shown ? 'text' : 'password'} />
      <button type="button" className="btn" onClick={() => setShown(!shown)}>
        {t(shown ? 'signIn.password.hide' : 'signIn.password.show')}
      </button>
    </div>
  )
}
