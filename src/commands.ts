import { capabilities } from './capabilities.ts'
import type { CliCommand } from './cli/command.ts'
import { auditVerify } from './platform/audit/audit-verify.ts'
import { settingsCheck, settingsHistoryCommand, settingsImport } from './platform/settings/settings-commands.ts'

/** Every command that works on the record. `parse` and `serve` stand apart: they open nothing, or everything. */
export const commands: readonly CliCommand[] = [
  auditVerify,
  settingsImport,
  settingsCheck,
  settingsHistoryCommand,
  ...capabilities.flatMap((capability) => capability.commands ?? []),
]

/** What capabilities bring about after any command. */
export const afterCommand = capabilities.flatMap((capability) => capability.afterCommand ?? [])
