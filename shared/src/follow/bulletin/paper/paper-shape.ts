export interface Column {
  readonly title: string
  /** Share of the table's width, in percent. */
  readonly width: number
  readonly numeric?: true
}
export interface PaperTable {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
}
export interface Section {
  readonly heading: string
  readonly paragraphs: readonly string[]
  readonly table?: PaperTable
}

/** The 通报 as page, printout and Word file say it: the parts of an official paper in their order. [GB/T 9704-2012 7] */
export interface Paper {
  /** 发文机关标志. */
  readonly mark: string
  /** 发文字号; null where the county numbers none. */
  readonly number: string | null
  /** Said on what is not signed yet; null on what is. */
  readonly draft: string | null
  readonly title: string
  readonly addressees: string
  readonly opening: readonly string[]
  readonly sections: readonly Section[]
  /** 附件说明. */
  readonly annexNote: string
  readonly signers: readonly string[]
  /** 成文日期, or that it is not signed. */
  readonly date: string
  readonly annex: { readonly label: string; readonly title: string; readonly lines: readonly NoteLine[] }
  /** 版记. */
  readonly imprint: { readonly copies: string | null; readonly printer: string; readonly printed: string }
}
export type NoteLine = readonly [name: string, text: string]
