import { bytesInWords } from '../../kernel/bytes.ts'
import { faultReason } from '../../kernel/fault-reason.ts'
import { LEAST_ROOM } from '../database/record-room.ts'
import { NoRoomFault } from './whole-file.ts'

/**
 * Why something was not written, as the part of a sentence, with how much room it takes where that was the reason; null for
 * a fault that is not the file system's. `whole`: the bytes of what was ready when the record could not note it any more.
 */
export function unwritten(fault: NodeJS.ErrnoException, whole: number): string | null {
  if (fault instanceof NoRoomFault) {
    const { needed, free } = fault
    const left = free < needed ? `，那里只有 ${bytesInWords(free)}` : ''
    return `${faultReason(fault)}，一共要写 ${bytesInWords(needed)}${left}`
  }
  if (fault.syscall !== undefined) return faultReason(fault)
  if (fault.code !== 'ENOSPC') return null
  return `文件写得下（${bytesInWords(whole)}），但记录所在的磁盘（${fault.path ?? ''}）剩下的不到 ${bytesInWords(LEAST_ROOM)}，不能记入审计`
}
