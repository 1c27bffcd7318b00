/** What the system or the database says by a code, as a clerk or an operator reads it. */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘已满',
  EDQUOT: '磁盘配额已经用完',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '磁盘是只读的',
  EIO: '磁盘读写出错',
  ENOTDIR: '路径里有一段不是文件夹',
  EISDIR: '这是一个文件夹',
  EEXIST: '已经有同名的文件',
  ENOENT: '没有这个文件或文件夹',
  ENAMETOOLONG: '名称太长',
  EMFILE: '打开的文件太多',
  EFBIG: '文件超过了系统允许的大小',
  EADDRINUSE: '端口已被占用',
  EADDRNOTAVAIL: '这台机器没有这个地址',
  ECONNREFUSED: '连接被拒绝，那里没有数据库在运行',
  ECONNRESET: '连接被对方中断',
  ETIMEDOUT: '等不到回答',
  EHOSTUNREACH: '到不了这台主机',
  ENETUNREACH: '网络不通',
  ENOTFOUND: '找不到这个主机名',
  EAI_AGAIN: '暂时查不到这个主机名',
  // PostgreSQL, appendix A
  '28P01': '用户名或口令不对',
  '28000': '这个用户不许登录',
  '3D000': '没有这个库',
  '53300': '连接数已满',
  '57P03': '数据库正在启动，请稍后再试',
  '42501': '数据库用户没有权限',
  '53100': '数据库的磁盘已满',
}

/** Numbers of the same faults inside WebAssembly (WASI), where the embedded record runs. */
const WASI: Readonly<Record<number, string>> = {
  2: 'EACCES',
  29: 'EIO',
  51: 'ENOSPC',
  54: 'ENOTDIR',
  63: 'EPERM',
  69: 'EROFS',
}

/** The sentence for a fault whose code is known, with the path at fault in brackets; null for any other. */
export function knownReason(fault: unknown): string | null {
  if (fault instanceof AggregateError && fault.errors.length > 0) return knownReason(fault.errors[0])
  if (fault instanceof Error && fault.cause) return knownReason(fault.cause)
  const { code, errno, name, path } = (fault ?? {}) as Record<string, unknown>
  const known = name === 'ErrnoError' && typeof errno === 'number' ? WASI[errno] : String(code ?? '')
  const reason = known === undefined ? undefined : REASONS[known]
  if (reason === undefined) return null
  return typeof path === 'string' ? `${reason}（${path}）` : reason
}

/**
 * Why something failed, in Chinese where the code is known, else in the words of the fault. Faults of PGlite are no
 * instances of Error, a connection tried at several addresses has its reasons inside, and a failed query (whose message
 * would show what was written) its cause. The path at fault stands in brackets.
 */
export function faultReason(fault: unknown): string {
  if (fault instanceof AggregateError && fault.errors.length > 0) return faultReason(fault.errors[0])
  if (fault instanceof Error && fault.cause) return faultReason(fault.cause)
  const { code, message } = (fault ?? {}) as Record<string, unknown>
  const known = knownReason(fault)
  if (known !== null) return known
  return typeof message === 'string' && message !== '' ? message : String(code ?? JSON.stringify(fault))
}
