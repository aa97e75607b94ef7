import { must } from '@dj/shared/platform/assert.ts'
import { aPhoto } from '../support/photos.ts'
import { townSheet, workbookOf } from '../support/workbook-of.ts'
import type { Attempt } from './attempts.ts'
import type { VerbsScene } from './verbs-scene.ts'

export const LEDGERS = 12
export const LEDGER_ROWS = 20

export function answers({ deliveries }: VerbsScene): Attempt[] {
  return deliveries.map(({ id, requester }, n) => {
    const act = { who: requester, about: id, path: `/deliveries/${id}/answer`, body: { answer: 'solved' } }
    return { ...act, key: `answer:${id}`, twice: n % 5 === 0 }
  })
}

/** Each another file, so that none is refused as known. */
export function ledgers({ desk, county }: VerbsScene, from = 0): Attempt[] {
  return Array.from({ length: LEDGERS }, (_, i) => {
    const n = from + i
    const rows = Array.from({ length: LEDGER_ROWS }, (_row, r) => ledgerRow(n, r))
    const bytes = new Uint8Array(workbookOf([townSheet(county.towns[0].name, rows)]))
    const body = () => formOf(new File([bytes], '需求.xlsx'))
    const act = { who: desk, about: desk.id, path: '/needs/import?dryRun=false', body }
    return { ...act, key: `import:${n}`, twice: n % 4 === 0 }
  })
}

const ledgerRow = (n: number, r: number) => {
  const body = `第${n}号台账第${r}件：厂区门口夜间照明不足`
  return [r + 1, `第${r}企业`, '企业', '权益维护', body, 46304, '', '', '']
}

export const once = (verb: string, who: Attempt['who'], roundId: string, path = verb): Attempt => ({
  key: `${verb}:${roundId}`,
  who,
  about: roundId,
  path: `/rounds/${roundId}/${path}`,
  body: {},
  twice: true,
})

export function* photosWithoutEnd({ photographers }: VerbsScene, stage: string): Generator<Attempt, never> {
  for (let n = 0; ; n += 1) {
    const who = must(photographers[n % photographers.length], 'somebody')
    const bytes = aPhoto({ shade: n % 256 })
    const form = () => formOf(new File([bytes], '现场.png'))
    yield { key: `photo:${stage}-${n}`, who, about: who.id, path: '/attachments', body: form, twice: n % 10 === 0 }
  }
}

function formOf(file: File): FormData {
  const form = new FormData()
  form.set('file', file)
  return form
}
