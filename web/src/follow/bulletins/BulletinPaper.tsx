import { useTranslation } from 'react-i18next'
import type { BulletinView } from '@dj/shared/follow/bulletin/bulletin.schema.ts'
import { FigureTable } from './FigureTable.tsx'
import { PaperFoot } from './PaperFoot.tsx'
import { PaperDate, usePaperQuarter } from './paper-words.tsx'
import { Judged, Listed, Opening, Power, Section, Verdicts } from './PaperSections.tsx'

/** The 通报 itself, as it is read on a screen and printed on A4. */
export function BulletinPaper({ bulletin }: { bulletin: BulletinView }) {
  const { t } = useTranslation('bulletins')
  const { body, correction, state } = bulletin
  return (
    <article className="paper">
      {state === 'draft' && <p className="paper__draft">{t('draft')}</p>}
      <Head bulletin={bulletin} />
      {correction !== null && <p>{t('corrected', { reason: correction })}</p>}
      <Opening body={body} />
      <Section title={t('figures.title')}>
        <FigureTable figures={body.figures} />
      </Section>
      <Verdicts body={body} />
      <Power body={body} />
      <Listed body={body} list="rectified" />
      <Listed body={body} list="retired" />
      <Listed body={body} list="excused" />
      <Judged body={body} />
      <Signature bulletin={bulletin} />
      <PaperFoot body={body} />
    </article>
  )
}

function Head({ bulletin: { body, version, publishedAt } }: { bulletin: BulletinView }) {
  const { t } = useTranslation(['bulletins', 'shell'])
  const quarter = usePaperQuarter()
  return (
    <header className="paper__head">
      <title>{`${body.title} · ${t('shell:product.name')}`}</title>
      <p className="paper__issue">
        <span>{t('issue', { quarter: quarter(body.quarter), version })}</span>
        <span>{publishedAt === null ? t('unpublished') : <PaperDate value={publishedAt} />}</span>
      </p>
      <h1 tabIndex={-1}>{body.title}</h1>
    </header>
  )
}

function Signature({ bulletin: { body, signedBy, publishedAt } }: { bulletin: BulletinView }) {
  const { t } = useTranslation('bulletins')
  return (
    <div className="paper__signature">
      {body.leadBodies.map((name) => (
        <p key={name}>{name}</p>
      ))}
      {signedBy !== null && <p>{t('signer', { who: signedBy })}</p>}
      <p>{publishedAt === null ? t('unpublished') : <PaperDate value={publishedAt} />}</p>
    </div>
  )
}
