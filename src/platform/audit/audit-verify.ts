import type { CliCommand } from '../../cli/command.ts'
import { verifyAudit } from './audit.ts'

/** `kaiming audit verify`: walks the chain; exit 1 and the first broken row if it was changed. */
export const auditVerify: CliCommand = {
  name: 'audit verify',
  summary: '核对审计记录链，看有没有被改动',
  declare: (command) => command,
  async run({ deps, site, stdout }) {
    const verdict = await verifyAudit(deps.database, site.id)
    if (verdict.ok)
      stdout(`审计记录完整：共 ${verdict.rows} 行${verdict.hash ? `，最后一行的哈希 ${verdict.hash}` : ''}。\n`)
    else stdout(`审计记录第 ${verdict.brokenAt} 行有问题：${verdict.reason}。\n`)
    return verdict.ok ? 0 : 1
  },
}
