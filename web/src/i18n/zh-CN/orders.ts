export const orders = {
  title: '需求库',
} as const
