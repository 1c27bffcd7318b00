/** Drafts come with publishing; until then an edition is out, taken back, or gone. */
export type EditionState = 'released' | 'withdrawn' | 'removed'

/** The states that each kind of visitor reads: what was removed nobody does. */
const READABLE: Readonly<Record<'public' | 'staff', readonly EditionState[]>> = {
  public: ['released'],
  staff: ['released', 'withdrawn'],
}

/** The one filter of every read (decision 18), as the states that a visitor may read: the store compares with nothing else. */
export const visible = (visitor: { readonly kind: 'public' | 'staff' }): readonly EditionState[] =>
  READABLE[visitor.kind]
