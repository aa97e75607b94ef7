import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import postgres from 'postgres'
import { listStatement, readStatement, searchStatement } from './bare-statements.ts'

// What our server is measured against: bare routes, one hand-written statement each, and nobody asked who they are.
const sql = postgres(process.env['DATABASE_URL'] ?? '', { max: 8, fetch_types: false })
const app = new Hono()

app.get('/orders', async (c) => {
  const { viewer = '', townId, tier = '', terms } = c.req.query()
  const items =
    terms === undefined
      ? await sql.unsafe(listStatement, [viewer, townId ?? '', tier], { prepare: true })
      : await sql.unsafe(searchStatement, [viewer, terms], { prepare: true })
  return c.json({ items })
})

app.get('/orders/:id', async (c) => {
  const [order] = await sql.unsafe(readStatement, [c.req.query('viewer') ?? '', c.req.param('id')], { prepare: true })
  return order ? c.json(order) : c.notFound()
})

const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.({ port }))
process.once('disconnect', () => {
  server.close()
  void sql.end({ timeout: 1 })
})
