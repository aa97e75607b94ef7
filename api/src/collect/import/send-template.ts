import { download } from '../../platform/http/download.ts'
import { needsTemplate } from '../reading/out/template.ts'

/** The workbook to fill in and send back. */
export const sendTemplate = async (): Promise<Response> =>
  download(await needsTemplate(), { name: '党建需求征集汇总表（模板）', format: 'xlsx' })
