import { withoutSpaces } from '../kernel/han.ts'

/** The words of a section's heading: 【区政府文件】 → 区政府文件; '' for what is too long to be one. */
export const sectionKey = (key: string): string =>
  key.length > 60 ? '' : withoutSpaces(key).replace(/^[【[〖★◆●■]+|[】\]〗★◆●■]+$/g, '')
