/** The title of a page of a list: two pages never share one. 人事任免（第2页） */
export const titleOfPage = (title: string, offset: number, limit: number): string =>
  offset > 0 ? `${title}（第${Math.floor(offset / limit) + 1}页）` : title

/** The address of a page of a list that nothing filters: each holds what no other does. */
export const addressOfPage = (path: string, offset: number): string => (offset > 0 ? `${path}?offset=${offset}` : path)
