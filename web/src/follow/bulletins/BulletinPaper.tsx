import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulletinView } from '@dj/shared/follow/bulletin/bulletin.schema.ts'
import { bulletinPaper } from '@dj/shared/follow/bulletin/paper/paper.ts'
import type { Paper, Section } from '@dj/shared/follow/bulletin/paper/paper-shape.ts'
import { useLanguage } from '../../platform/i18n/language.ts'
import { ScrollTable } from '../../platform/ui/table/ScrollTable.tsx'

/** The 通报 itself, as it is read on a screen and printed on A4: the words of its Word file, from the same source. */
export function BulletinPaper({ bulletin }: { bulletin: BulletinView }) {
  const paper = bulletinPaper(bulletin, useLanguage() === 'en' ? 'en' : 'zh')
  return (
    <article className="paper">
      {paper.draft !== null && <p className="paper__draft">{paper.draft}</p>}
      <Head paper={paper} />
      <p className="paper__flush">{paper.addressees}</p>
      {paper.opening.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {paper.sections.map((section) => (
        <Part key={section.heading} section={section} />
      ))}
      <p>{paper.annexNote}</p>
      <div className="paper__signature">
        {[...paper.signers, paper.date].map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      <Annex paper={paper} />
      <Imprint paper={paper} />
    </article>
  )
}

function Head({ paper: { mark, number, title } }: { paper: Paper }) {
  const { t } = useTranslation('shell')
  return (
    <header className="paper__head">
      <title>{`${title} · ${t('product.name')}`}</title>
      <p className="paper__mark">{mark}</p>
      <p className="paper__number">{number}</p>
      <h1 tabIndex={-1}>{title}</h1>
    </header>
  )
}

function Part({ section: { heading, paragraphs, table } }: { section: Section }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {table !== undefined && (
        <ScrollTable
          label={heading}
          titles={table.columns.map(({ title }) => title)}
          rows={table.rows}
          figuresFrom={table.columns.filter((column) => !column.numeric).length}
        />
      )}
    </section>
  )
}

/** What each figure counts, under which versions, and the two hashes everybody can hold it against. */
function Annex({ paper: { annex } }: { paper: Paper }) {
  return (
    <section className="paper__annex">
      <p className="paper__flush">{annex.label}</p>
      <h2>{annex.title}</h2>
      <dl>
        {annex.lines.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const Imprint = ({ paper: { imprint } }: { paper: Paper }) => (
  <footer className="paper__imprint">
    {imprint.copies !== null && <p>{imprint.copies}</p>}
    <p className="paper__printer">
      <span>{imprint.printer}</span>
      <span>{imprint.printed}</span>
    </p>
  </footer>
)
