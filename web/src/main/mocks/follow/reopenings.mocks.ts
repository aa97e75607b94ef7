import { http, HttpResponse } from 'msw'

/** No completion of this world is in question. */
export const reopeningHandlers = () => [http.get('*/api/v1/reopenings', () => HttpResponse.json({ items: [] }))]
