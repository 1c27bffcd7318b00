import { DOCUMENT_KINDS } from '../law/national/kinds.ts'
import { readSource } from './read-source.ts'
import type { ReadDocument, Reading } from './types.ts'

const kinds = DOCUMENT_KINDS.map(({ name }) => name)

/** Reads a text as a file of text is read: lines numbered from 1. */
export function readText(text: string): Reading {
  const lines = text
    .replace(/^\n/, '')
    .split('\n')
    .map((line, index) => ({ number: index + 1, text: line }))
  return readSource({ format: 'txt', lines, hints: {}, findings: [] }, { kinds, unitNames: [] })
}

/** Reads a text that is one document. */
export function readOne(text: string): ReadDocument {
  const { documents } = readText(text)
  if (documents.length !== 1) throw new Error(`${documents.length} documents: ${documents.map(({ title }) => title)}`)
  return documents[0] as ReadDocument
}
