/** 公文种类: what a document is called by, with where that is said. */
export interface DocumentKind {
  readonly name: string
  readonly source: string
}
