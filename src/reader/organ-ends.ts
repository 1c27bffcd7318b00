/** Ends of names of organs that sign documents. */
const ORGAN =
  /(?:人民政府|办公室|办公厅|委员会|委|局|厅|部|院|处|中心|街道|管委会|指挥部|领导小组|公司|银行|署|海关|检察院|政府|会议|协会|联合会|总工会|会|站|所|大队|支队|集团)$/

/** Whether a name ends as those of organs do. */
export const isOrgan = (key: string): boolean => ORGAN.test(key) && !/[。;:,、“”《》]/.test(key)
