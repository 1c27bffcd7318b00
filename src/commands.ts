import { capabilities } from './capabilities.ts'
import type { CliCommand } from './cli/command.ts'
import { auditVerify } from './platform/audit/audit-verify.ts'
import { backup } from './platform/backup/backup-command.ts'
import { settingsCheck, settingsHistoryCommand, settingsImport } from './platform/settings/settings-commands.ts'

/** Every command that works on the record. `parse`, `serve` and `restore` stand apart: they open nothing, everything, or what is not there yet. */
export const commands: readonly CliCommand[] = [
  auditVerify,
  backup,
  settingsImport,
  settingsCheck,
  settingsHistoryCommand,
  ...capabilities.flatMap((capability) => capability.commands ?? []),
]

/** What capabilities bring about after any command. */
export const afterCommand = capabilities.flatMap((capability) => capability.afterCommand ?? [])
