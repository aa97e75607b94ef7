/** One refusal: its HTTP status and one sentence that says what to do. */
export interface Problem {
  status: number
  zh: string
  en: string
}
