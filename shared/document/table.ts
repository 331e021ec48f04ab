import type { Block, Cell, Column } from './content';
import type { Paper, Structure } from './paper';
import { COLUMN, GREY, PAGE, SMALL, type Style } from './style';

const GUTTER = 8;
/** Between a row's text and the line below. */
const PADDING = 7;

interface Wrapped {
  readonly lines: readonly string[];
  readonly style: Style;
}

/** Rows stay in one piece; the head comes again on each page. */
export function drawTable(paper: Paper, parent: Structure, { columns, rows }: Block & { kind: 'table' }): void {
  const table = paper.within(parent, 'Table');
  const head = paper.within(table, 'TR');
  paper.room(100);
  putRow(paper, columns, headCells(paper, columns), (put) => paper.within(head, 'TH', { scope: 'Column' }).add(put));
  ruleBelow(paper, GREY);
  for (const row of rows) drawRow(paper, table, columns, row);
  paper.y += 10;
}

function drawRow(paper: Paper, table: Structure, columns: readonly Column[], row: readonly Cell[]): void {
  const cells = row.map((cell, n) =>
    cell.map(({ text, tone }) => wrapped(paper, text, SMALL[tone], (columns[n]?.width ?? 0) - GUTTER)),
  );
  if (heightOf(cells) + PADDING > paper.left) {
    paper.newPage();
    // Screen readers have read the head already.
    paper.artifact(() => putRow(paper, columns, headCells(paper, columns), (put) => put()));
    ruleBelow(paper, GREY);
  }
  const element = paper.within(table, 'TR');
  putRow(paper, columns, cells, (put) => paper.within(element, 'TD').add(put));
  element.end();
  ruleBelow(paper);
}

/** `mark` gives each cell its tag and draws it. */
function putRow(
  paper: Paper,
  columns: readonly Column[],
  cells: readonly (readonly Wrapped[])[],
  mark: (put: () => void) => void,
): void {
  const top = paper.y;
  let x: number = PAGE.left;
  for (const [n, cell] of cells.entries()) {
    const left = x;
    mark(() => cell.reduce((y, { lines, style }) => paper.put(lines, style, left, y), top));
    x += columns[n]?.width ?? 0;
  }
  paper.y = top + heightOf(cells);
}

function ruleBelow(paper: Paper, color?: string): void {
  paper.y += PADDING;
  paper.line(PAGE.left, paper.y - 3, PAGE.right, paper.y - 3, color);
}

const headCells = (paper: Paper, columns: readonly Column[]): Wrapped[][] =>
  columns.map(({ title, width }) => [wrapped(paper, title, COLUMN, width - GUTTER)]);

function wrapped(paper: Paper, text: string, style: Style, width: number): Wrapped {
  return { lines: paper.wrap(text, style, width), style };
}

function heightOf(cells: readonly (readonly Wrapped[])[]): number {
  const heights = cells.map((cell) => cell.reduce((sum, { lines, style }) => sum + lines.length * style.leading, 0));
  return Math.max(...heights);
}
