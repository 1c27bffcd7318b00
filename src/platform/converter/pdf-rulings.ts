/** A straight ruling of a page, along one axis: `at` is its place on the other axis. */
export interface Ruling {
  readonly isHorizontal: boolean
  readonly at: number
  readonly from: number
  readonly to: number
}

/** A cell of a ruled table, in rows and columns of its grid. */
export interface GridCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

/** A ruled table: the places of its rulings from left to right and from top to bottom, and the cells between them. */
export interface Grid {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly cells: readonly GridCell[]
}

/** Points within which two rulings are one: borders are drawn twice, or as thin boxes. */
const SAME_PLACE = 2.5
/** Points that a broken ruling (dashes, one piece a cell) may leave out, or that it may miss the ruling it meets. */
const GAP = 4
/** Shorter pieces are strokes of characters or dots. */
const SHORTEST = 7
/** A drawing with more rulings than this is no table; joining them would take too long. */
const MOST_RULINGS = 1500

/** Rulings in one line made one, thin and short ones left out. */
function joined(rulings: readonly Ruling[]): Ruling[] {
  const lines: { at: number; pieces: Ruling[] }[] = []
  for (const ruling of [...rulings].sort((a, b) => a.at - b.at)) {
    const last = lines.at(-1)
    if (last && ruling.at - last.at <= SAME_PLACE) last.pieces.push(ruling)
    else lines.push({ at: ruling.at, pieces: [ruling] })
  }
  return lines.flatMap(({ at, pieces }) => {
    const found: { isHorizontal: boolean; at: number; from: number; to: number }[] = []
    for (const piece of pieces.sort((a, b) => a.from - b.from)) {
      const last = found.at(-1)
      if (last && piece.from <= last.to + GAP) last.to = Math.max(last.to, piece.to)
      else found.push({ isHorizontal: piece.isHorizontal, at, from: piece.from, to: piece.to })
    }
    return found.filter(({ from, to }) => to - from >= SHORTEST)
  })
}

const meet = (across: Ruling, down: Ruling): boolean =>
  across.from - GAP <= down.at &&
  down.at <= across.to + GAP &&
  down.from - GAP <= across.at &&
  across.at <= down.to + GAP

/** Rulings that hang together: each group may be a table. */
function groupsOf(across: readonly Ruling[], down: readonly Ruling[]): Ruling[][] {
  const all = [...across, ...down]
  const parent = all.map((_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (parent[root] !== root) root = parent[root] as number
    for (let at = index; parent[at] !== root; ) {
      const next = parent[at] as number
      parent[at] = root
      at = next
    }
    return root
  }
  for (const [index, line] of across.entries())
    for (const [other, column] of down.entries())
      if (meet(line, column)) parent[rootOf(index)] = rootOf(across.length + other)
  const groups = new Map<number, Ruling[]>()
  for (const [index, ruling] of all.entries()) {
    const root = rootOf(index)
    const group = groups.get(root)
    if (group) group.push(ruling)
    else groups.set(root, [ruling])
  }
  return [...groups.values()]
}

/** Sorted places, near ones made one. */
function places(values: readonly number[]): number[] {
  const found: number[] = []
  for (const value of [...values].sort((a, b) => a - b)) {
    const last = found.at(-1)
    if (last === undefined || value - last > SAME_PLACE) found.push(value)
  }
  return found
}

/** Whether a ruling lies between two neighbouring squares of the grid: `edges[row][column]` is its left or upper side. */
function edgesOf(rulings: readonly Ruling[], along: readonly number[], beside: readonly number[]): boolean[][] {
  const edges = beside.map(() => along.slice(1).map(() => false))
  for (const { at, from, to } of rulings) {
    const place = beside.findIndex((value) => Math.abs(value - at) <= SAME_PLACE)
    const row = edges[place]
    if (!row) continue
    for (let index = 0; index + 1 < along.length; index++) {
      const middle = ((along[index] as number) + (along[index + 1] as number)) / 2
      if (from - GAP <= middle && middle <= to + GAP) row[index] = true
    }
  }
  return edges
}

/** Squares of the grid that no ruling parts are one cell. */
function cellsOf(xs: readonly number[], ys: readonly number[], across: Ruling[], down: Ruling[]): GridCell[] {
  const [rows, columns] = [ys.length - 1, xs.length - 1]
  const [left, upper] = [edgesOf(down, ys, xs), edgesOf(across, xs, ys)]
  const isTaken = Array.from({ length: rows }, () => new Array<boolean>(columns).fill(false))
  const cells: GridCell[] = []
  const hasSameSides = (row: number, from: number, to: number): boolean => {
    for (let column = from; column < to; column++) {
      if (upper[row]?.[column] || isTaken[row]?.[column]) return false
      if (column > from && left[column]?.[row]) return false
    }
    return (from === 0 || left[from]?.[row] === true) && (to === columns || left[to]?.[row] === true)
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (isTaken[row]?.[column]) continue
      let to = column + 1
      while (to < columns && !left[to]?.[row] && !isTaken[row]?.[to]) to++
      let end = row + 1
      while (end < rows && hasSameSides(end, column, to)) end++
      for (let taken = row; taken < end; taken++) isTaken[taken]?.fill(true, column, to)
      cells.push({ row, column, rowSpan: end - row, columnSpan: to - column })
    }
  }
  return cells
}

/** The ruled tables of a page. A side without a ruling of its own is closed: many tables are open left and right. */
export function findGrids(rulings: readonly Ruling[]): Grid[] {
  if (rulings.length > MOST_RULINGS * 8) return []
  const across = joined(rulings.filter(({ isHorizontal }) => isHorizontal))
  const down = joined(rulings.filter(({ isHorizontal }) => !isHorizontal))
  if (across.length > MOST_RULINGS || down.length > MOST_RULINGS) return []
  return groupsOf(across, down).flatMap((group) => {
    const [lines, columns] = [group.filter((one) => one.isHorizontal), group.filter((one) => !one.isHorizontal)]
    if (lines.length < 2 || columns.length < 1) return []
    const xs = places(
      [...columns.map(({ at }) => at), ...lines.flatMap(({ from, to }) => [from, to])].filter(isOuter(columns, lines)),
    )
    const ys = places(lines.map(({ at }) => at))
    if (xs.length < 3 || ys.length < 2) return []
    return [{ xs, ys, cells: cellsOf(xs, ys, lines, columns) }]
  })
}

/** Of the ends of horizontal rulings only the outermost count, and only where no vertical ruling closes the table. */
function isOuter(columns: readonly Ruling[], lines: readonly Ruling[]): (x: number) => boolean {
  const verticals = new Set(columns.map(({ at }) => at))
  const [left, right] = [Math.min(...lines.map(({ from }) => from)), Math.max(...lines.map(({ to }) => to))]
  const [first, last] = [Math.min(...verticals), Math.max(...verticals)]
  return (x) => verticals.has(x) || (x === left && x < first - GAP * 2) || (x === right && x > last + GAP * 2)
}
