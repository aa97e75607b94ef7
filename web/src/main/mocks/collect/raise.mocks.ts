import { http, HttpResponse } from 'msw'
import { ordinaryCategories } from '@dj/shared/county/settings/category.ts'
import { fieldErrors } from '@dj/shared/platform/field-errors.ts'
import { NeedReceipt, RaiseNeedOpenly } from '@dj/shared/collect/need/need.schema.ts'
import { refuse } from '../refuse.ts'

const id = (last: number) => `01990000-0000-7000-8000-0000000001${String(last).padStart(2, '0')}`
const names = ['城东街道', '城南街道', '柳市镇', '北白象镇', '虹桥镇', '大荆镇', '雁荡镇']
export const towns = names.map((name, index) => ({ id: id(index), name }))
const hotline = { telephone: '0577-00001234', hours: '工作日 8:30—17:30' }
const county = {
  ...{ id: '330382', name: '乐清市', demo: true, hotline, address: null, towns },
  categories: ordinaryCategories,
}

/** The open form: county and towns, and a need that gets its receipt. */
export const raiseHandlers = () => [
  http.get('*/api/v1/county', () => HttpResponse.json({ items: [county] })),
  http.post('*/api/v1/counties/:id/needs', async ({ request, params }) => {
    if (params['id'] !== county.id) return refuse('not_found')
    const input = RaiseNeedOpenly.safeParse(await request.json(), { reportInput: true })
    if (!input.success) return refuse('request.invalid', fieldErrors(input.error))
    return HttpResponse.json(receiptOf(input.data), { status: 201 })
  }),
]

function receiptOf({ contact: _, townId, ...words }: RaiseNeedOpenly) {
  const town = towns.find((one) => one.id === townId) ?? null
  const need = {
    ...{ id: id(50), version: 1, state: 'received', channel: 'self_service', roundLabel: null, mine: true },
    ...{ ...words, organization: null, town, collectedOn: null, remark: null, contact: null, holder: null },
    ...{ contactShared: false, releasedWords: null },
    ...{
      answer: null,
      declineReason: null,
      reopened: false,
      reopenReason: null,
      earlierAnswer: null,
      handover: null,
      mergedIntoId: null,
      voices: [],
      backers: [],
      photos: [],
    },
    ...{ seconds: 0, secondedByMe: false, orders: [], receivedAt: '2026-11-20T02:00:00.000Z' },
    ...{ respondBy: '2026-11-24T16:00:00.000Z', respondedAt: null },
  }
  return NeedReceipt.parse({ need, receiptCode: '330382-NEW2-NEED' })
}
