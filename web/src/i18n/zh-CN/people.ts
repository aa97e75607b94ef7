export const people = {
  title: '人员与账号',
} as const
