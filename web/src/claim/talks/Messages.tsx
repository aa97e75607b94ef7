import { useTranslation } from 'react-i18next'
import { type MessagePage, type MessageView, PostMessage, type TalkView } from '@dj/shared/claim/talk/talk.schema.ts'
import { TextArea } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { useEarlier } from './use-earlier.ts'
import '../../build/orders/facts.css'
import './talks.css'

interface Props {
  readonly talk: TalkView
  readonly post: (input: PostMessage) => Promise<unknown>
  readonly askEarlier: (before: string) => Promise<MessagePage>
}

/** What was said so far, oldest first, and a place to answer while the claim goes on. */
export function Messages({ talk, post, askEarlier }: Props) {
  const { t } = useTranslation('talks')
  const { shown, earlier, more } = useEarlier(talk, askEarlier)
  return (
    <div className="talk__thread">
      {earlier > 0 && (
        <ActionButton kind="plain" action={{ ...more, mutate: () => more.mutate() }}>
          {t('earlier', { count: earlier })}
        </ActionButton>
      )}
      {shown.length === 0 ? <p className="quiet">{t('none')}</p> : <Said messages={shown} />}
      {talk.closed ? <p className="quiet">{t('closed')}</p> : <Composer post={post} />}
    </div>
  )
}

function Said({ messages }: { readonly messages: readonly MessageView[] }) {
  const { t } = useTranslation('talks')
  return (
    <ol className="talk__messages" aria-label={t('said')}>
      {messages.map((message) => (
        <li key={message.id} className={message.mine ? 'message message--mine' : 'message'}>
          <span className="facts quiet">
            <span>
              {message.mine ? t('mine') : [t(`side.${message.side}`), message.who].filter(Boolean).join(' · ')}
            </span>
            <span>
              <DateText value={message.at} time />
            </span>
          </span>
          <p className="message__words">{message.words}</p>
        </li>
      ))}
    </ol>
  )
}

function Composer({ post }: Pick<Props, 'post'>) {
  const { t } = useTranslation('talks')
  const draft = useDraft({
    schema: PostMessage,
    initial: { words: '' },
    submit: async (input) => {
      await post(input)
      draft.set('words', '')
    },
  })
  return (
    <form {...draft.props} className="stack">
      <Field draft={draft} name="words" label={t('write')}>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            maxLength={1000}
            value={draft.values.words}
            onValue={(value) => draft.set('words', value)}
          />
        )}
      </Field>
      <SubmitButton draft={draft} kind="default">
        {t('send')}
      </SubmitButton>
    </form>
  )
}
