/** The title of the regulation below. */
export const LONG_DOCUMENT = '明溪区公共设施维护管理办法'

/** A regulation of 150 clauses in ten chapters, written here. */
export function longDocument(): string {
  const numerals = '一二三四五六七八九十'
  const number = (n: number): string => {
    const [tens, ones] = [Math.floor(n / 10) % 10, n % 10]
    const rest =
      n >= 100 && n % 100 < 10 && ones > 0
        ? `零${numerals[ones - 1]}`
        : `${tens > 1 || n > 100 ? (numerals[tens - 1] ?? '') : ''}${tens > 0 ? '十' : ''}${ones > 0 ? numerals[ones - 1] : ''}`
    return n >= 100 ? `一百${rest}` : rest
  }
  const clauses = Array.from({ length: 150 }, (_, index) => {
    const chapter = index % 15 === 0 ? `第${numerals[index / 15]}章　第${index / 15 + 1}部分\n` : ''
    return `${chapter}第${number(index + 1)}条　明溪区各街道（镇）应当在每年第${(index % 4) + 1}季度结束后${(index % 9) + 2}个工作日内，把本辖区第${index + 1}类设施的数量、位置和维护情况报区住房和城乡建设局，由其汇总后公开。`
  })
  return `明溪区人民政府令\n第9号\n${LONG_DOCUMENT}\n${clauses.join('\n')}\n明溪区人民政府\n2025年6月3日\n`
}
