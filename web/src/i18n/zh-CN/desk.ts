export const desk = {
  title: '书记工作台',
} as const
