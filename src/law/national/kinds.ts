import type { DocumentKind } from '../types.ts'

const REGULATION = '《党政机关公文处理工作条例》第八条'
const PRACTICE = '公报惯例'

const of = (source: string, names: string): DocumentKind[] => names.split(' ').map((name) => ({ name, source }))

/** The 15 kinds of official documents, and those that gazettes print beside them. */
export const DOCUMENT_KINDS: readonly DocumentKind[] = [
  ...of(REGULATION, '决议 决定 命令 令 公报 公告 通告 意见 通知 通报 报告 请示 批复 议案 函 纪要'),
  ...of(
    PRACTICE,
    '实施意见 指导意见 办法 实施办法 暂行办法 管理办法 条例 规定 暂行规定 若干规定 细则 实施细则 规则 规程 章程 方案 实施方案 工作方案 预案 应急预案 规划 计划 工作计划 要点 工作要点 措施 若干措施 ' +
      '制度 标准 目录 清单 指南 公示 大事记 解读 答复 说明 倡议书 工作报告 统计公报',
  ),
]
