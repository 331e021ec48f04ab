import type { Excerpt, Excerpts } from './content';
import type { Paper, Structure } from './paper';
import { INK, PAGE, SMALL, WIDTH } from './style';

const INDENT = 14;
/** Below each. */
const GAP = 5;

/** Each in full, in their order, as far as the page goes; of all others it is said where they stand. */
export function drawExcerpts(paper: Paper, parent: Structure, { texts }: Excerpts): void {
  const named = texts.map((excerpt) =>
    paper.wrap(`${excerpt.title}: ${elsewhere(paper, excerpt)}`, SMALL.strong, WIDTH),
  );
  const heights = named.map((lines) => lines.length * SMALL.strong.leading + GAP);
  texts.forEach((excerpt, n) => {
    const others = heights.slice(n + 1).reduce((sum, height) => sum + height, 0);
    if (drawExcerpt(paper, parent, excerpt, paper.left - others - GAP)) return;
    paper.isCut = true;
    if ((heights[n] ?? 0) - GAP > paper.left) return;
    paper.flow(paper.within(parent, 'P'), named[n] ?? [], SMALL.strong, PAGE.left);
    paper.y += GAP;
  });
}

/** @returns false where there is no room for any of it */
function drawExcerpt(paper: Paper, parent: Structure, excerpt: Excerpt, height: number): boolean {
  const { title, note, text } = excerpt;
  const titles = paper.wrap(title, SMALL.strong, WIDTH);
  const notes = paper.wrap(note, SMALL.faint, WIDTH);
  const lines = paper.wrap(text, SMALL.plain, WIDTH - INDENT);
  const left = height - titles.length * SMALL.strong.leading - notes.length * SMALL.faint.leading;
  const fitting = Math.floor(left / SMALL.plain.leading);
  const isWhole = lines.length <= fitting;
  // The line that says where the rest is takes the place of one, too.
  const shown = isWhole ? lines : lines.slice(0, Math.max(0, fitting - 1));
  if (shown.length === 0) return false;
  paper.flow(paper.within(parent, 'P'), titles, SMALL.strong, PAGE.left);
  paper.flow(paper.within(parent, 'P'), notes, SMALL.faint, PAGE.left);
  const bar = PAGE.left + 1;
  paper.flow(paper.within(parent, 'BlockQuote'), shown, SMALL.plain, PAGE.left + INDENT, (top, bottom) =>
    paper.line(bar, top + 1, bar, bottom, INK, 1),
  );
  if (!isWhole) {
    paper.isCut = true;
    paper.flow(paper.within(parent, 'P'), [elsewhere(paper, excerpt)], SMALL.faint, PAGE.left + INDENT);
  }
  paper.y += GAP;
  return true;
}

const elsewhere = (paper: Paper, { more, heading }: Excerpt): string => `${more} (${paper.whereIs(heading)})`;
