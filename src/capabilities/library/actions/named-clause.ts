import { foldWidth, withoutSpaces } from '../../../kernel/han.ts'
import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import type { DocumentView } from '../contract.ts'

const folded = (text: string): string => withoutSpaces(foldWidth(text))

/** The clause of a document that a person names by its anchor (`n-二-一`) or its path (`二/（一）`); '' is none. */
export function namedClause({ id, elements }: Pick<DocumentView, 'id' | 'elements'>, named: string): Outcome<string> {
  if (named === '') return done('')
  const clauses = elements.flatMap((element) =>
    element.kind === 'clause' && element.id !== null ? [{ id: element.id, path: element.path }] : [],
  )
  const byPath = clauses.filter(({ path }) => folded(path) === folded(named)).map((clause) => clause.id)
  const [first, ...others] = clauses.some((clause) => clause.id === named) ? [named] : byPath
  if (first === undefined)
    return refused(
      'unknown-clause',
      `文件 ${id} 没有条款“${named}”。请写页面上这一条的网址里 # 后面的部分${clauses[0] ? `（如 ${clauses[0].id}）` : ''}，或者写成 二/（一） 的样子。`,
    )
  if (others.length > 0)
    return refused('several-clauses', `“${named}”有不止一条，请写明是哪一条：${[first, ...others].join('、')}。`)
  return done(first)
}
