export const door = {
  title: '免登录办理',
  raise: '我要提需求',
  receipt: '凭回执码查进度',
  notices: '项目退出公示',
  hotline: '红色征集热线 {{telephone}}',
  'choose.title': '您在哪个县（市、区）？',
  'choose.lead': '选一个，就能提需求，不用注册、不用登录。',
  'none.title': '还没有开通征集',
  'none.body': '系统还没有完成初始设置，请稍后再来。',
} as const
