import { text } from '../../platform/text.schema.ts'

// What readers take for an office that speaks, in either script: 组织部甲, 縣委, 派出所.
const bodies =
  /[组組][织織]部|宣[传傳]部|[统統][战戰]部|政法委|[纪紀](?:工)?委|[监監]委|[县縣市区區省镇鎮乡鄉]委|[党黨](?:工)?委|[两兩]新工委|政府|人大|政[协協]|公安|派出所|[检檢]察|法院|[总總]工[会會]|人社局|信[访訪]局|[办辦]公室|[组組][织織]部[门門]?/

/** Could somebody take this alias for an office, and what it says for official? */
export const looksLikeOffice = (alias: string): boolean =>
  bodies.test(alias.normalize('NFKC').replaceAll(/[\s·.・_-]/g, ''))

/** What others see instead of a name. */
export const Alias = text(1, 30).refine((alias) => !looksLikeOffice(alias), { params: { code: 'field.office_name' } })
