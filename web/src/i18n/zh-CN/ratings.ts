export const ratings = {
  title: '评价',
} as const
