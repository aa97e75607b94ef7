import type { EventKind } from '@dj/shared/platform/event/event-kinds.ts'
import { eventWords } from '@dj/shared/platform/event/event-words.ts'

type Kinds = { [Kind in EventKind as `kind.${Kind}`]: string }
const wordsOfKinds = Object.fromEntries(
  Object.entries(eventWords).map(([kind, words]) => [`kind.${kind}`, words]),
) as Kinds

export const log = {
  title: '操作日志',
  lead: '本县的每一次变动都在这里，只增不改。点操作人或对象，可以只看与其有关的记录。',
  entries: '日志记录',
  'heads.title': '事件链首',
  'heads.lead':
    '每天早上，系统把当时日志的“链首”写到数据库以外的文件，并请审计管理员会签。此后谁改动、删去此前的任何一条记录，与留存的链首一比就能发现。请定期保存，放在系统管理员拿不到的地方。',
  'heads.none': '还没有链首，每天 7:45 生成。',
  'heads.day': '日期',
  'heads.seq': '记录数',
  'heads.hash': '链首',
  'heads.signed': '会签',
  'heads.all_other': '显示全部 {{count}} 天',
  'heads.save': '保存链首文件',
  'heads.sign': '会签',
  'heads.sign_day': '会签 {{day}} 的链首',
  'heads.question': '会签 {{day}} 的链首？',
  'heads.consequence': '请先与服务器上链首文件中同一天的一行核对，或者抄录、打印留存。会签记入日志，不能撤回。',
  'filter.all': '全部事项',
  'filter.by': '只看一名操作人',
  'filter.about': '只看一个对象',
  'filter.from': '从哪天起',
  'filter.until': '到哪天止',
  export: '导出日志（.xlsx）',
  'filter.words': '内容、称呼或项目',
  'filter.search': '查找',
  'empty.title': '没有符合条件的记录',
  'field.at': '时间',
  'field.kind': '事项',
  'field.by': '操作人',
  'field.subject': '对象',
  'field.data': '内容',
  'by.system': '系统或未登录',
  'data.refused_other': '本小时第 {{count}} 次',
  'data.show_other': '{{count}} 项',
  'subject.need': '需求',
  'subject.order': '项目',
  'subject.claim': '认领',
  'subject.delivery': '办结',
  'subject.person': '人员',
  'subject.grant': '授权',
  ...wordsOfKinds,
} as const
