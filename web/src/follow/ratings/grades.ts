export const dimensions = ['attitude', 'speed', 'result'] as const
/** Best first, as people say them. */
export const grades = [5, 4, 3, 2, 1] as const

export interface GivenGrades {
  readonly attitude: number
  readonly speed: number
  readonly result: number
  readonly words: string | null
}

export const isGrade = (grade: number): grade is (typeof grades)[number] => grades.some((known) => known === grade)
