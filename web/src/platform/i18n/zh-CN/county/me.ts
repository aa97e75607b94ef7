export const me = {
  title: '我的',
  'section.display': '显示',
  'section.account': '账号',
  'section.more': '更多功能',
  'elder.note': '字号加大，按钮加高，适合在手机上慢慢看',
  'account.username': '账号',
  'account.organization': '所在组织',
  'account.organization.none': '没有组织关系',
  'account.roles': '职责',
  'account.password': '修改密码',
  'account.county': '所在县（市、区）',
} as const
