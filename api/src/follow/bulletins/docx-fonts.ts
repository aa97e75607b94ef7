import { faces } from './docx-pieces.ts'

// What a machine without the face takes instead, the nearest first: a typeface of official papers is often bought apart.
const instead: Record<string, { others: string; family: string }> = {
  [faces.title]: { others: '方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体,SimSun', family: 'roman' },
  [faces.body]: { others: '仿宋_GB2312,FangSong,华文仿宋,STFangsong,Noto Serif CJK SC', family: 'modern' },
  [faces.head]: { others: 'SimHei,华文黑体,STHeiti,Noto Sans CJK SC', family: 'modern' },
  [faces.digits]: { others: 'SimSun,华文宋体,STSong,Noto Serif CJK SC', family: 'roman' },
}

const font = ([name, { others, family }]: [string, { others: string; family: string }]) =>
  `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="${family}"/></w:font>`

/** The fonts a file names, with what else will do. docx writes only fonts that are embedded. */
export const fontTable = {
  path: 'word/fontTable.xml',
  data: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.entries(
    instead,
  )
    .map(font)
    .join('')}</w:fonts>`,
}
