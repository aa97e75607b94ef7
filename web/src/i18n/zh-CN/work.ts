export const work = {
  title: '我的工作',
} as const
