import { useTranslation } from 'react-i18next'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { CopyButton } from '../../platform/ui/button/CopyButton.tsx'
import { PrintButton } from '../../platform/ui/button/PrintButton.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import { useKeptReceipts } from './kept-receipts.ts'
import { receiptAddress } from './ReceiptSlip.tsx'
import { pictureOf, saveFile } from './save-receipt.ts'

interface Props {
  readonly code: string
  readonly county: string
  readonly body: string
  readonly at: string
  /** For a device that is the requester's own: not where a clerk writes down what others say. */
  readonly mine?: boolean
}

/** Every way not to lose the code: on paper, as a picture, as text, and on this device for who asks for it. */
export function KeepReceipt({ code, county, body, at, mine = true }: Props) {
  const { t } = useTranslation(['receipts', 'shell'])
  const address = receiptAddress(code)
  const lines = [`${county} ${t('shell:product.name')} · ${t('slip.title')}`, code, t('save.how'), address]
  const savePicture = async () => {
    const picture = await pictureOf(lines, address)
    if (picture === null) return notify(t('save.failed'))
    saveFile(picture, `${code}.png`)
  }
  const saveText = () =>
    saveFile(new Blob([[...lines, '', body].join('\r\n')], { type: 'text/plain;charset=utf-8' }), `${code}.txt`)
  return (
    <section className="stack screen-only" aria-label={t('keep.title')}>
      <h2>{t('keep.title')}</h2>
      <div className="row">
        <PrintButton>{t('print')}</PrintButton>
        <ActionButton action={act(() => void savePicture())} icon="download">
          {t('save.picture')}
        </ActionButton>
        <ActionButton action={act(saveText)} icon="download">
          {t('save.text')}
        </ActionButton>
        <CopyButton text={code}>{t('keep.copy')}</CopyButton>
      </div>
      {mine && <OnThisDevice receipt={{ code, words: body.slice(0, 60), at }} />}
    </section>
  )
}

function OnThisDevice({ receipt }: { receipt: { code: string; words: string; at: string } }) {
  const { t } = useTranslation('receipts')
  const { kept, keep, forget } = useKeptReceipts()
  const isKept = kept.some(({ code }) => code === receipt.code)
  return (
    <div className="row">
      {isKept ? (
        <ActionButton action={act(() => forget(receipt.code))} icon="close">
          {t('keep.forget')}
        </ActionButton>
      ) : (
        <ActionButton action={act(() => keep(receipt))} icon="pin">
          {t('keep.here')}
        </ActionButton>
      )}
      <span className="quiet">{t(isKept ? 'keep.kept' : 'keep.note')}</span>
    </div>
  )
}
