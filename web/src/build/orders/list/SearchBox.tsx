import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { explain } from '../../../platform/api/problem.ts'
import { Icon } from '../../../platform/ui/mark/Icon.tsx'
import { isTooShort } from './order-search.ts'

const pause = 300

interface Props {
  readonly q: string
  readonly onSearch: (q: string) => void
}

/** Searches a moment after the typing stops, and never in the middle of a word that is still being composed (拼音). */
export function SearchBox({ q, onSearch }: Props) {
  const { t } = useTranslation('orders')
  const { text, type, send } = useTyping(q, onSearch)
  const short = isTooShort(text)
  return (
    <search className="library__search">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send(text)
        }}
      >
        <Icon name="search" />
        <input
          type="search"
          className="input"
          value={text}
          maxLength={60}
          enterKeyHint="search"
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          aria-describedby={short ? 'library-search-hint' : undefined}
          onChange={({ target, nativeEvent }) =>
            type(target.value, nativeEvent instanceof InputEvent && nativeEvent.isComposing)
          }
          onCompositionEnd={({ currentTarget }) => type(currentTarget.value, false)}
        />
      </form>
      <output id="library-search-hint" className="library__hint">
        {short ? explain('search.too_short') : ''}
      </output>
    </search>
  )
}

function useTyping(q: string, onSearch: (q: string) => void) {
  const [text, setText] = useState(q)
  const [address, setAddress] = useState(q)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // The address changed by itself (back, cleared filters): what stands there is shown, unless it is what was typed here.
  if (q !== address) {
    setAddress(q)
    if (q !== text.trim()) setText(q)
  }
  const send = (value: string) => {
    clearTimeout(timer.current)
    onSearch(value.trim())
  }
  const type = (value: string, composing: boolean) => {
    setText(value)
    clearTimeout(timer.current)
    if (!composing) timer.current = setTimeout(send, pause, value)
  }
  return { text, type, send }
}
