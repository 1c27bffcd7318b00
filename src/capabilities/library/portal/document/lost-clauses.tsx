import type { FC } from 'hono/jsx'
import type { LostClause } from '../../contract.ts'

/** Clauses that were here once: an anchor that people have linked to still leads somewhere that explains itself. */
export const LostClauses: FC<{ clauses: readonly LostClause[]; documentId: string }> = ({ clauses, documentId }) =>
  clauses.length === 0 ? null : (
    <section class="lost-clauses page-only" aria-labelledby="lost-clauses">
      <h2 class="section-title" id="lost-clauses">
        已经不在现行文本里的条款
      </h2>
      <p>以前的链接可能指向下面这些条款。它们在修改后的文本里已经没有了。</p>
      <ul>
        {clauses.map(({ id, path, words }) => (
          <li id={id}>
            原{path.replaceAll('/', '')}“{words}……”
          </li>
        ))}
      </ul>
      <a href={`/documents/${documentId}/history`}>看这份文件的沿革</a>
    </section>
  )
