/** Which pages are linked: the first, the last, this one and its neighbours; null where some are left out. Counted from 0. */
export function pagesShown(here: number, last: number): readonly (number | null)[] {
  const near = [0, here - 1, here, here + 1, last].filter((page) => page >= 0 && page <= last)
  const pages = [...new Set(near)].sort((a, b) => a - b)
  return pages.flatMap((page, index) => {
    const before = pages[index - 1]
    if (before === undefined || page - before === 1) return [page]
    return page - before === 2 ? [page - 1, page] : [null, page]
  })
}
