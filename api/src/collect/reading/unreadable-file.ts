/** Why a file as a whole cannot be read. Rows with mistakes are not this: they carry their own issues. */
export const fileRefusals = [
  'import.not_a_workbook',
  'import.encrypted',
  'import.old_excel',
  'import.no_header',
  'import.too_many_rows',
  'import.too_large',
  'import.too_many_cells',
  'import.too_many_columns',
  'import.took_too_long',
  'import.busy',
  'import.empty',
] as const
export type FileRefusal = (typeof fileRefusals)[number]

/** Thrown anywhere between the bytes and the rows; the verb answers with its code. */
export class UnreadableFile extends Error {
  readonly code: FileRefusal
  constructor(code: FileRefusal, options?: ErrorOptions) {
    super(code, options)
    this.name = 'UnreadableFile'
    this.code = code
  }
}
