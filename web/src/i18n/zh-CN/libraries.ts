export const libraries = {
  title: '需求库总览',
} as const
