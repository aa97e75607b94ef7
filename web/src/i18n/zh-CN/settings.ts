export const settings = {
  title: '县级参数',
} as const
