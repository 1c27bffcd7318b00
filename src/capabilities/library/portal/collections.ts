/** Lists that the library makes of what stands in many documents; reached from 按类查找 and the sitemap page. */
export const COLLECTIONS = [
  { title: '统计数据', path: '/statistics' },
  { title: '人事任免', path: '/appointments' },
  { title: '批复', path: '/approvals' },
  { title: '权力事项划转', path: '/transfers' },
  { title: '被引用而未收录的文件', path: '/citations/missing' },
] as const
