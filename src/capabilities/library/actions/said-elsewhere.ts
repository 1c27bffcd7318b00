import type { DocumentView } from '../contract.ts'
import { applyEdit, type TextEdit } from '../rules/text-edit.ts'

/** Fields of a document that are read from its text. */
const FIELDS = ['title', 'docNumber', 'issuer', 'recipients'] as const satisfies readonly (keyof DocumentView)[]

/**
 * What was read from the text with the same wrong words: it stays as it was read, and is corrected by itself, so that one
 * correction never does more than a person asked for. Null: nothing.
 */
export function saidElsewhere(document: DocumentView, edit: TextEdit): string | null {
  const says = (words: string | null) => words !== null && applyEdit(edit, words) !== null
  const names = (units: readonly { readonly name: string }[]) => units.map(({ name }) => name).join('、')
  const refs = [
    ...FIELDS.filter((field) => says(document[field])),
    ...document.tasks.flatMap(({ ref, requirement, responsible }) => [
      ...(says(requirement) ? [`${ref}/requirement`] : []),
      ...(says(names(responsible)) ? [`${ref}/responsible`] : []),
    ]),
    ...document.relations.to.flatMap(({ ref, title, docNumber }) => [
      ...(says(title) ? [`${ref}/title`] : []),
      ...(says(docNumber) ? [`${ref}/docNumber`] : []),
    ]),
  ]
  if (refs.length === 0) return null
  const shown = refs.slice(0, 8).join('、')
  return `由正文识别出的 ${shown}${refs.length > 8 ? ` 等 ${refs.length} 项` : ''} 也这样写，没有随之改变，请分别更正`
}
