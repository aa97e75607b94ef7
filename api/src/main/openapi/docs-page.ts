import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Hono } from 'hono'

const kinds = { css: 'text/css', js: 'text/javascript', png: 'image/png' } as const
const files: Record<string, keyof typeof kinds> = {
  'swagger-ui.css': 'css',
  'swagger-ui-bundle.js': 'js',
  'favicon-32x32.png': 'png',
}

/** The page that shows the document: everything from our own host, and no script inside the page. */
export function docsPage(): Hono {
  const page = new Hono({ strict: false })
  page.get('/', (c) => c.html(html))
  page.get('/initializer.js', (c) => c.body(initializer, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
  for (const [name, kind] of Object.entries(files)) {
    const headers = { 'content-type': kinds[kind], 'cache-control': 'public, max-age=86400' }
    page.get(`/${name}`, async (c) => c.body(await readFile(join(folder(), name)), 200, headers))
  }
  return page
}

const folder = (): string => dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

const html = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>党建需求库 · API</title>
    <link rel="icon" href="/api/v1/docs/favicon-32x32.png" />
    <link rel="stylesheet" href="/api/v1/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="docs"></div>
    <script src="/api/v1/docs/swagger-ui-bundle.js"></script>
    <script src="/api/v1/docs/initializer.js"></script>
  </body>
</html>
`

const initializer = `SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'list',
  validatorUrl: null,
})
`
