import type { Problem } from '../platform/problem-shape.ts'

/** What is refused about voices. */
export const collectProblems = {
  'need.not_open': { status: 409, zh: '该需求已办结或已建单，不能再作此处理。', en: 'This need is already settled.' },
  'need.reopened_before': {
    status: 409,
    zh: '该需求已申请过一次重办，不能再次申请。',
    en: 'This need was reopened once already.',
  },
  'need.not_settled': { status: 409, zh: '该需求尚未答复，无需重办。', en: 'This need has not been answered yet.' },
  'need.not_requester': { status: 403, zh: '只有需求提出人可以申请重办。', en: 'Only the requester may do this.' },
  'need.merged': {
    status: 409,
    zh: '该需求已与另一条需求合并，请在那条需求上办理。',
    en: 'This need was merged into another. Act on that one.',
  },
  'need.has_voices': {
    status: 409,
    zh: '已有其他需求并入该需求，请先撤销合并，或改为并入该需求。',
    en: 'Other needs were merged into this one. Undo that first, or merge the other way round.',
  },
  'need.receiver_unfit': {
    status: 422,
    zh: '此人不能承办该需求，请从列表中另选。',
    en: 'This person cannot take the need over. Choose from the list.',
  },
  'need.not_handed_over': {
    status: 409,
    zh: '该需求没有等待您接收的移交，可能已被收回或已办结。',
    en: 'No handover of this need waits for you. It may have been taken back or settled.',
  },
  'need.not_merged': { status: 409, zh: '该需求没有合并，无需撤销。', en: 'This need is not merged.' },
  'need.merge_into_itself': { status: 422, zh: '不能与自身合并，请选择另一条需求。', en: 'Choose another need.' },
  'need.own': { status: 409, zh: '这是您自己提出的需求，不能附议。', en: 'You cannot second your own need.' },
  'need.organization_unknown': {
    status: 422,
    zh: '未找到所填组织，请从列表中选择。',
    en: 'This organization does not exist here.',
  },
  'need.category_unknown': {
    status: 422,
    zh: '需求类别不在本县目录中，请重新选择。',
    en: 'This category is not in the county’s list.',
  },
  'second.already': { status: 409, zh: '您已附议过。', en: 'You have seconded this already.' },
  'receipt.seen_by_doer': {
    status: 403,
    zh: '承办人知道这个回执码，为公正起见不能凭它答复和评价。请拨打红色征集热线补发新的回执码，或由热线员记录您的答复和评价。',
    en: 'Someone who works on this was told the code. Ask the hotline for a new one, or answer by telephone.',
  },
  'receipt.device_saw': {
    status: 403,
    zh: '工作人员曾在这台设备上查看联系方式或告知回执码，为公正起见不能在此答复和评价。请提出人改用自己的手机或电脑；没有的，请拨打红色征集热线，由未经手的热线员记录。',
    en: 'Staff saw the contact or the code on this device. Please use the requester’s own phone or computer, or answer by telephone through the hotline.',
  },
  'receipt.not_requester': {
    status: 403,
    zh: '您查看过联系方式、告知过回执码或经手过该项目，不能代提出人答复和评价。请提出人本人办理，或由未经手的热线员电话记录。',
    en: 'You saw the contact or the code, or handled the order, so you cannot speak for the requester. They answer themselves, or a hotline clerk who did not handle it enters it.',
  },
  'receipt.for_neutral': {
    status: 403,
    zh: '您经手过该需求的项目，或可以代表组织认领，不能补发回执码。请由热线或未经手的组织员补发。',
    en: 'You handled an order of this need or may claim for an organization. A neutral colleague or the hotline replaces the code.',
  },
  'receipt.unknown': { status: 404, zh: '没有查到该回执，请核对回执码。', en: 'No such receipt. Check the code.' },
  'import.not_a_workbook': {
    status: 422,
    zh: '这不是 Excel 工作簿（.xlsx）或 CSV 文件，请另存后再上传。',
    en: 'This is not an .xlsx workbook or CSV file.',
  },
  'import.encrypted': {
    status: 422,
    zh: '文件已加密，请取消密码保护后再上传。',
    en: 'The file is encrypted. Remove its password first.',
  },
  'import.old_excel': {
    status: 422,
    zh: '这是旧版 Excel（.xls），请另存为 .xlsx 后再上传。',
    en: 'This is an old .xls file. Save it as .xlsx.',
  },
  'import.no_header': {
    status: 422,
    zh: '没有找到表头，请使用模板，或保留“需求内容”等列名。',
    en: 'No header row was found. Use the template.',
  },
  'import.too_many_rows': {
    status: 422,
    zh: '文件超过 50,000 行，请拆分后再上传。',
    en: 'The file has more than 50,000 rows. Split it.',
  },
  'import.too_large': { status: 413, zh: '文件过大，请拆分后再上传。', en: 'The file is too large. Split it.' },
  'import.too_many_cells': {
    status: 413,
    zh: '表格的格子过多，多半是空白行或空白列带了格式。请只留有内容的部分，另存后再上传。',
    en: 'The sheet has too many cells, mostly blank ones with a format. Keep only what holds words, and save it again.',
  },
  'import.too_many_columns': {
    status: 422,
    zh: '表头超过 64 列，请删去需求表以外的列后再上传。',
    en: 'The header has more than 64 columns. Delete those that do not belong to the needs.',
  },
  'import.took_too_long': {
    status: 422,
    zh: '文件读了 60 秒还没有读完，请拆分后再上传。',
    en: 'The file could not be read within 60 seconds. Split it.',
  },
  'import.busy': {
    status: 503,
    zh: '前面还有几份表格正在读取，请过一会儿再上传。',
    en: 'Other files are being read. Please try again in a moment.',
  },
  'import.empty': { status: 422, zh: '文件中没有需求行。', en: 'There are no needs in this file.' },
} as const satisfies Record<string, Problem>
