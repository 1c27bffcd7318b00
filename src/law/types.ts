/** 公文种类: what a document is called by, with where that is said. */
export interface DocumentKind {
  readonly name: string
  readonly source: string
}

/** Folders of legal data: a district is bound by those that its settings name, the widest first. */
export const LEGAL_LAYERS = ['national'] as const
