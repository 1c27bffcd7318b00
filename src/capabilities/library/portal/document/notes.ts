import type { DocumentView, RelationView, TaskView } from '../../contract.ts'

/** What stands beside one clause. */
export interface ClauseNotes {
  readonly tasks: readonly TaskView[]
  readonly relations: readonly RelationView[]
}

/** Characters in a line of the text, and in a line of the margin. */
const TEXT_LINE = 36
const NOTE_LINE = 16
/** A line of the margin in lines of the text: its letters are smaller. */
const NOTE_HEIGHT = 0.62

/** Tasks and citations by the clause that they belong to. */
export function notesByClause({ tasks, relations }: DocumentView): ReadonlyMap<string, ClauseNotes> {
  const notes = new Map<string, { tasks: TaskView[]; relations: RelationView[] }>()
  const of = (id: string) => {
    const known = notes.get(id)
    if (known) return known
    const fresh = { tasks: [], relations: [] }
    notes.set(id, fresh)
    return fresh
  }
  for (const task of tasks) if (task.clauseId) of(task.clauseId).tasks.push(task)
  for (const relation of relations.to) if (relation.clauseId) of(relation.clauseId).relations.push(relation)
  return notes
}

/**
 * How many entries of a note stand beside a clause of so many characters without being taller than it; at least one, so
 * that a short clause shows what it has most of.
 */
export function entriesThatFit(textLength: number, entryLengths: readonly number[]): number {
  const room = Math.max(1, Math.ceil(textLength / TEXT_LINE))
  let height = 0
  let count = 0
  for (const length of entryLengths) {
    height += Math.ceil(length / NOTE_LINE) * NOTE_HEIGHT
    if (count > 0 && height > room) break
    count++
  }
  return count
}
