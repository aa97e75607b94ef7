import { http, HttpResponse } from 'msw'
import { SetUp } from '@dj/shared/county/people/setup.schema.ts'
import { refuse, refuseField, refuseInput } from '../refuse.ts'

const names = ['城东街道', '城南街道', '柳市镇', '北白象镇', '虹桥镇', '大荆镇', '雁荡镇']
const towns = names.map((name, index) => ({ code: `33038200${index + 1}`, name }))

/** The one-time code of the mock server. */
export const setupCode = 'ABCD-EFGH'

/** First-run set-up, open until somebody has done it. */
export const setupHandlers = () => {
  let available = true
  const counties = [{ id: '330382', name: '乐清市', towns }]
  return [
    http.get('*/api/v1/setup', () => HttpResponse.json({ available, counties: available ? counties : [] })),
    http.post('*/api/v1/setup', async ({ request }) => {
      if (!available) return refuse('setup.not_available')
      const input = SetUp.safeParse(await request.json(), { reportInput: true })
      if (!input.success) return refuseInput(input.error)
      if (input.data.code !== setupCode) return refuseField('setup.wrong_code', 'code')
      available = false
      const usernames = Object.values(input.data.administrators).map(({ username }) => username)
      return HttpResponse.json({ county: input.data.county, usernames, slips: [] }, { status: 201 })
    }),
  ]
}
