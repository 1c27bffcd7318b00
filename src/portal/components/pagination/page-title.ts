/** The title of a page of a list: two pages never share one. 人事任免（第2页） */
export const titleOfPage = (title: string, offset: number, limit: number): string =>
  offset > 0 ? `${title}（第${Math.floor(offset / limit) + 1}页）` : title
