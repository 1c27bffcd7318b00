import { capabilities } from './capabilities.ts'
import type { CliCommand } from './cli/command.ts'
import { auditVerify } from './platform/audit/audit-verify.ts'
import { settingsCheck, settingsImport } from './platform/settings/settings-commands.ts'

/** Every command that works on the record. `parse` and `serve` stand apart: they open nothing, or everything. */
export const commands: readonly CliCommand[] = [
  auditVerify,
  settingsImport,
  settingsCheck,
  ...capabilities.flatMap((capability) => capability.commands ?? []),
]
