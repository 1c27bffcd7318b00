import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { CliCommand, CommandContext } from '../../cli/command.ts'
import { faultReason } from '../../kernel/fault-reason.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { addEdition } from './actions/add-edition.ts'
import { correctDocument } from './actions/correct-document.ts'
import { mergeDocuments, unmergeDocument } from './actions/merge-documents.ts'
import { splitPrint } from './actions/split-print.ts'
import { undoWithdrawal, withdrawDocument } from './actions/withdraw-document.ts'
import { withdrawFile } from './actions/withdraw-file.ts'

/** Tells the outcome of an action: a sentence on stderr and 1 when it was refused. */
function told<T>(
  outcome: Outcome<T>,
  success: (value: T) => string,
  io: Pick<CommandContext, 'stdout' | 'stderr'>,
): 0 | 1 {
  if (outcome.ok) io.stdout(`${success(outcome.value)}\n`)
  else io.stderr(`${outcome.problem.message}\n`)
  return outcome.ok ? 0 : 1
}

const correct: CliCommand = {
  name: 'correct',
  summary: '更正识别错误（重新识别后仍然保留）；--undo 恢复识别结果',
  declare: (command) =>
    command
      .argument('<编号>', '文件编号')
      .argument(
        '<字段>',
        '要更正的字段，如 signedOn、text/n-二-一（条款的文字）、tasks/12/due、citations/3/document；tasks/new、citations/new 补上漏掉的一项；kaiming fields 列出全部',
      )
      .argument('[值]', '正确的值；空字符串表示没有这一项')
      .option('--instead-of <字词>', '更正正文时：只把这几个字换成正确的值，其余照旧')
      .option('--edition <编号>', '更正正文时：第几版，不写是现行的一版')
      .option('--undo', '取消更正，恢复识别结果')
      .requiredOption('--reason <理由>', '更正的理由'),
  async run({ deps, site, actor, ...io }, [documentId = '', field = '', given], options) {
    const isUndone = options.undo === true
    if (isUndone !== (given === undefined)) {
      io.stderr(isUndone ? '取消更正时不要写值。\n' : '请写出正确的值，或者用 --undo 取消更正。\n')
      return 2
    }
    const edition = options.edition === undefined ? undefined : Number(options.edition)
    if (edition !== undefined && !(Number.isInteger(edition) && edition > 0 && edition < 10_000)) {
      io.stderr('--edition 要写版本的编号，如 1。\n')
      return 2
    }
    const input = {
      siteId: site.id,
      actor,
      documentId,
      field,
      value: given ?? null,
      reason: String(options.reason),
      ...(options.insteadOf === undefined ? {} : { insteadOf: String(options.insteadOf) }),
      ...(edition === undefined ? {} : { edition }),
    }
    return told(
      await correctDocument(deps, input),
      (on) => (isUndone ? `已恢复 ${documentId} 的 ${on} 的识别结果。` : `已更正 ${documentId} 的 ${on}。`),
      io,
    )
  },
}

const withdraw: CliCommand = {
  name: 'withdraw',
  summary: '撤回装错的文件（网址会说明已撤回）；--undo 恢复',
  declare: (command) =>
    command
      .argument('<编号>', '文件编号')
      .option('--undo', '取消撤回，网址恢复')
      .requiredOption('--reason <理由>', '撤回（或恢复）的理由'),
  async run({ deps, site, actor, ...io }, [documentId = ''], options) {
    const input = { siteId: site.id, actor, documentId, reason: String(options.reason) }
    return options.undo === true
      ? told(await undoWithdrawal(deps, input), () => `已恢复 ${documentId}。`, io)
      : told(await withdrawDocument(deps, input), () => `已撤回 ${documentId}。`, io)
  },
}

const merge: CliCommand = {
  name: 'merge',
  summary: '把一份文件并入另一份（同一份文件装成了两份）；旧网址转到新网址',
  declare: (command) =>
    command
      .argument('<编号>', '要并入的文件')
      .argument('<并入>', '留下的文件')
      .requiredOption('--reason <理由>', '合并的理由'),
  async run({ deps, site, actor, ...io }, [documentId = '', into = ''], options) {
    const input = { siteId: site.id, actor, documentId, into, reason: String(options.reason) }
    return told(await mergeDocuments(deps, input), () => `${documentId} 已并入 ${into}。`, io)
  },
}

const unmerge: CliCommand = {
  name: 'unmerge',
  summary: '撤销合并：文件重新独立，网址恢复',
  declare: (command) => command.argument('<编号>', '被并入的文件').requiredOption('--reason <理由>', '撤销的理由'),
  async run({ deps, site, actor, ...io }, [documentId = ''], options) {
    const input = { siteId: site.id, actor, documentId, reason: String(options.reason) }
    return told(await unmergeDocument(deps, input), () => `${documentId} 已重新独立。`, io)
  },
}

const split: CliCommand = {
  name: 'split',
  summary: '把一次刊载从文件里分出来，成为单独的文件（两份文件被当成了一份）',
  declare: (command) =>
    command
      .argument('<编号>', '文件编号')
      .argument('<刊载>', '刊载的代号，见文件的“版本和刊载”页，如 3f9a04c1e2b7.2')
      .requiredOption('--reason <理由>', '分开的理由'),
  async run({ deps, site, actor, ...io }, [documentId = '', print = ''], options) {
    const reason = String(options.reason)
    const input = { siteId: site.id, siteCode: site.code, actor, documentId, print, reason }
    return told(await splitPrint(deps, input), (id) => `已分开，新的编号是 ${id}。`, io)
  },
}

const withdrawWholeFile: CliCommand = {
  name: 'withdraw-file',
  summary: '撤回一个装错的文件带来的全部内容（以后可以再装）',
  declare: (command) =>
    command
      .argument('<文件名或哈希>', '装载时的文件名，或哈希值的开头')
      .requiredOption('--reason <理由>', '撤回的理由'),
  async run({ deps, site, actor, ...io }, [file = ''], options) {
    const input = { siteId: site.id, actor, file, reason: String(options.reason) }
    return told(
      await withdrawFile(deps, input),
      ({ name, documents }) => `已撤回 ${name}，涉及 ${documents} 份文件。`,
      io,
    )
  },
}

/** A text of this many bytes is no single document. */
const LARGEST_EDITION = 50 * 1024 * 1024

const editionAdd: CliCommand = {
  name: 'edition add',
  summary: '为文件加入某一天的版本（修改后的全文）',
  declare: (command) =>
    command
      .argument('<编号>', '文件编号')
      .argument('<文件>', '修改后的全文')
      .requiredOption('--as-of <日期>', '从哪一天起是这个文本，如 2024-05-01')
      .requiredOption('--reason <理由>', '这一版的来历'),
  async run({ deps, site, actor, cwd, ...io }, [documentId = '', path = ''], options) {
    const full = resolve(cwd, path)
    const found = await stat(full).catch((fault: Error) => fault)
    if (found instanceof Error || found.size > LARGEST_EDITION) {
      io.stderr(
        found instanceof Error
          ? `读不了 ${full}：${faultReason(found)}。请检查路径。\n`
          : `${full} 太大（最多 50 MB），请只留下这一份文件。\n`,
      )
      return 2
    }
    const file = { name: basename(full), bytes: await readFile(full) }
    const asOf = String(options.asOf)
    const reason = String(options.reason)
    const input = { siteId: site.id, siteCode: site.code, actor, documentId, file, asOf, reason }
    return told(await addEdition(deps, input), () => `已为 ${documentId} 加入 ${asOf} 的版本。`, io)
  },
}

/** What a person decides about the record. */
export const decisionCommands: readonly CliCommand[] = [
  correct,
  withdraw,
  merge,
  unmerge,
  split,
  withdrawWholeFile,
  editionAdd,
]
