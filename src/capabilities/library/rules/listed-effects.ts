import type { CitationEffect, ReadCitation, ReadDocument } from '../../../reader/types.ts'

const REPEALED = /废止|失效/
/** Lists that hold both, or what stays: nothing follows from standing in them. */
const MIXED = /修改|修订|继续有效|保留|现行有效|清理结果/

/** 关于废止部分规范性文件的决定, 关于公布失效文件目录的通知: what such a document lists, it repeals. */
const REPEALING_TITLE = /关于(?:公布|宣布)?.{0,20}(?:废止|失效).*(?:决定|通知|公告|通告|命令|目录)$/

/**
 * What a citation does that its own sentence does not say: it stands in a list of repealed documents (《规章制定程序条例》
 * 第三十八条: 清理后公布废止和失效的目录). A document whose title names one document speaks for itself.
 */
export function listedEffect(
  { title, enclosure, attachments }: Pick<ReadDocument, 'title' | 'enclosure' | 'attachments'>,
  { effect, part }: Pick<ReadCitation, 'effect' | 'part'>,
): CitationEffect {
  if (effect !== 'cites') return effect
  const heading =
    part.kind === 'attachment' ? attachments[part.index]?.title : part.kind === 'enclosure' ? enclosure : null
  if (heading && (REPEALED.test(heading) || MIXED.test(heading)))
    return REPEALED.test(heading) && !MIXED.test(heading) ? 'repeals' : 'cites'
  return REPEALING_TITLE.test(title) && !MIXED.test(title) && !title.includes('《') ? 'repeals' : 'cites'
}
