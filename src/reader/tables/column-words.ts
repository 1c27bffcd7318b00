import { foldWidth, withoutSpaces } from '../../kernel/han.ts'

/** Words that name columns. */
const COLUMN_WORD =
  /^(?:序号?|编号|项目|名称|类别|类型|种类|单位|内容|备注|指标|数量|金额|合计|小计|组别|姓名|性别|.{0,6}职务|职称|时间|日期|年份|年度|月份|地点|地区|镇街|街道|镇|村|电话|区域|范围|标准|说明|领域|科目|本月|本年|上年|比重|数值|绝对[值数量]|.{0,10}(?:代码|编码|税目|税率|税额)|层级|主体|对象|方式|渠道|频次|形式|资金|投资|规模|面积|[\d年月-]{1,10}|.{0,10}(?:任务|工作|要求|目标|措施|举措|内容|单位|部门|时限|时间|节点|期限|名称|类型|类别|事项|日期|文号|字号|领导|责任人|负责人|联系人|联系方式|完成|累计|同比|增长|增减|增速|增幅|占比|总量|总计|电话|地址|依据|条件|情况|指标|进度|安排|标准|人数|户数|预算数|决算数|执行数|完成数|总投资|资金|来源|成果|备注|[当数均产]量?值|[(]%[)]|%|±%))(?:[(].{0,12}[)])?$/

/** Whether a cell holds words that name columns. */
export const namesColumn = (cell: string): boolean => mayName(cell) && COLUMN_WORD.test(withoutSpaces(foldWidth(cell)))

/** A cell that may name a column: a few words, no sentence, no number. */
export const mayName = (cell: string): boolean => cell.length <= 24 && !/[。;；]/.test(cell) && !isNumber(cell)

/** 3, （3）, 3. 3、 in any width: the number with which a row begins; NaN for any other cell. */
export function serialOf(cell: string): number {
  const key = cell.length < 12 ? withoutSpaces(foldWidth(cell)) : ''
  return /^[(]?\d{1,4}[).、]?$/.test(key) ? Number(key.replace(/\D/g, '')) : Number.NaN
}

export const isSerial = (cell: string): boolean => !Number.isNaN(serialOf(cell))

/** 合计, 总 计, 小计: a row that sums others up. */
export const isTotal = (cell: string): boolean =>
  cell.length <= 8 && /^(?:合|总|小|共)计[:：]?$/.test(withoutSpaces(cell))

const NUMBER = /^[-−+±]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[%‰]?$|^[-—–/…]{1,3}$/
/** A number as tables print it: 1,234.5, -0.9, 12%; a dash that stands for none. */
export const isNumber = (cell: string): boolean => cell.length < 24 && NUMBER.test(withoutSpaces(foldWidth(cell)))
