/** What may happen so often within a window, whatever its start. */
export interface Cap {
  readonly most: number;
  readonly windowMs: number;
}

/** How often something happened, by the number of its cell. */
export type Cells = ReadonlyMap<number, number>;

/** A window is counted in so many cells. The more there are, the sooner a full one takes something again. */
const CELLS = 6;

const widthOf = ({ windowMs }: Cap): number => windowMs / CELLS;

/** The cell that a moment is counted in. */
export function cellAt(cap: Cap, now: Date): number {
  return Math.floor(now.getTime() / widthOf(cap));
}

/**
 * Up to what the cell of this moment may be filled. All cells that the window touches are counted whole, so that no window holds
 * more than its cap wherever it begins. What happened is forgotten up to a sixth of the window late.
 */
export function roomAt(cap: Cap, cells: Cells, now: Date): number {
  return cap.most - (inWindow(cap, cells, now) - (cells.get(cellAt(cap, now)) ?? 0));
}

/** How often it happened within the window that ends now. */
export function inWindow(cap: Cap, cells: Cells, now: Date): number {
  const current = cellAt(cap, now);
  const touched = [...cells].filter(([cell]) => cell <= current && cell >= current - CELLS);
  return touched.reduce((sum, [, count]) => sum + count, 0);
}

/** Whether it happened as often as it may. */
export function isFull(cap: Cap, cells: Cells, now: Date): boolean {
  return (cells.get(cellAt(cap, now)) ?? 0) >= roomAt(cap, cells, now);
}

/** The cells that no window of now or later touches. */
export function pastCells(cap: Cap, cells: Cells, now: Date): number[] {
  return [...cells.keys()].filter((cell) => cell < cellAt(cap, now) - CELLS);
}

/** When nothing that is counted now is of use any more. */
export function endOfCount(cap: Cap, now: Date): Date {
  return new Date((cellAt(cap, now) + 1 + CELLS) * widthOf(cap));
}

/** Whether half of what may happen did. */
export function isHalfFull(cap: Cap, cells: Cells, now: Date): boolean {
  return isFull({ ...cap, most: Math.ceil(cap.most / 2) }, cells, now);
}
