import { html, raw } from 'hono/html'
import { bulletinCss } from './bulletin.css.ts'
import type { BulletinDocument, Section } from './bulletin.document.ts'

/** One page that needs nothing else: to read, to print on A4, to send on. */
export function bulletinHtml(document: BulletinDocument): string {
  const { organization, issue, date, title, addressees } = document
  return String(
    html`<!doctype html>
      <html lang="zh-CN">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title}</title>
          <style>
            ${raw(bulletinCss)}
          </style>
        </head>
        <body>
          <header>
            <p class="organization">${organization}</p>
            <div class="issue"><span>${issue}</span><span>${date}</span></div>
          </header>
          ${document.draft ? html`<p class="draft">草稿，签发前仅供内部核对</p>` : ''}
          <main>
            <h1>${title}</h1>
            <p class="addressees">${addressees}</p>
            ${paragraphs(document.opening)} ${document.sections.map(section)}
            <div class="signature">${document.signers.map(line)}${line(date)}</div>
          </main>
          <footer>
            <h2>指标口径与核验信息</h2>
            <dl>
              ${document.notes.map(
                ([name, text]) =>
                  html`<dt>${name}</dt>
                    <dd>${text}</dd>`,
              )}
            </dl>
          </footer>
        </body>
      </html>`,
  )
}

const line = (text: string) => html`<p>${text}</p>`
const paragraphs = (texts: readonly string[]) => texts.map(line)

const section = ({ heading, paragraphs: texts, table }: Section) =>
  html`<section>
    <h2>${heading}</h2>
    ${paragraphs(texts)} ${table ? tableOf(table) : ''}
  </section>`

function tableOf({ columns, rows }: NonNullable<Section['table']>) {
  const kind = (i: number) => (columns[i]?.numeric ? html` class="numeric"` : '')
  const cells = (row: readonly string[]) => row.map((text, i) => html`<td${kind(i)}>${text}</td>`)
  return html`<table>
    <colgroup>
      ${columns.map(({ width }) => html`<col style="width:${width}%" />`)}
    </colgroup>
    <thead>
      <tr>
        ${columns.map(({ title }, i) => html`<th scope="col" ${kind(i)}>${title}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${cells(row)}
          </tr>`,
      )}
    </tbody>
  </table>`
}
