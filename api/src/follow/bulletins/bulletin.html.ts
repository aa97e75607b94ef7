import { html, raw } from 'hono/html'
import type { Paper, PaperTable, Section } from '@dj/shared/follow/bulletin/paper/paper-shape.ts'
import { bulletinCss } from './bulletin.css.ts'

/** One page that needs nothing else: to read, to print on A4, to send on. */
export function bulletinHtml(paper: Paper): string {
  const { mark, number, draft, date, title, addressees, annex, imprint } = paper
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
            <p class="mark">${mark}</p>
            <p class="number">${number ?? ''}</p>
          </header>
          ${draft === null ? '' : html`<p class="draft">${draft}</p>`}
          <main>
            <h1>${title}</h1>
            <p class="addressees">${addressees}</p>
            ${paragraphs(paper.opening)} ${paper.sections.map(section)}
            <p class="annex-note">${paper.annexNote}</p>
            <div class="signature">${paper.signers.map(line)}${line(date)}</div>
          </main>
          <section class="annex">
            <p class="annex-label">${annex.label}</p>
            <h1>${annex.title}</h1>
            <dl>
              ${annex.lines.map(
                ([name, text]) =>
                  html`<dt>${name}</dt>
                    <dd>${text}</dd>`,
              )}
            </dl>
          </section>
          <footer>
            ${imprint.copies === null ? '' : line(imprint.copies)}
            <p class="printer"><span>${imprint.printer}</span><span>${imprint.printed}</span></p>
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

function tableOf({ columns, rows }: PaperTable) {
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
