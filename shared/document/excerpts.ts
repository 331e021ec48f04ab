import type { Excerpt, Excerpts } from './content';
import type { Paper, Structure } from './paper';
import { INK, PAGE, SMALL, WIDTH } from './style';

const INDENT = 14;
/** Below each. */
const GAP = 5;

/** Each gets its part of what is left of the page; what one does not need is there for those after it. */
export function drawExcerpts(paper: Paper, parent: Structure, { texts }: Excerpts): void {
  texts.forEach((excerpt, n) => drawExcerpt(paper, parent, excerpt, paper.left / (texts.length - n) - GAP));
}

function drawExcerpt(paper: Paper, parent: Structure, { title, note, text, more }: Excerpt, height: number): void {
  const notes = paper.wrap(note, SMALL.faint, WIDTH);
  const lines = paper.wrap(text, SMALL.plain, WIDTH - INDENT);
  const left = height - SMALL.strong.leading - notes.length * SMALL.faint.leading;
  const fitting = Math.floor(left / SMALL.plain.leading);
  const isWhole = lines.length <= fitting;
  // The line that says where the rest is takes the place of one, too.
  const shown = isWhole ? lines : lines.slice(0, Math.max(0, fitting - 1));
  // Where there is no room for any of it, one line has to do.
  const isNamedOnly = shown.length === 0;
  const titles = paper.wrap(isNamedOnly ? `${title}: ${more}` : title, SMALL.strong, WIDTH);
  if (titles.length * SMALL.strong.leading > paper.left) return;
  paper.flow(paper.within(parent, 'P'), titles.slice(0, 1), SMALL.strong, PAGE.left);
  if (!isNamedOnly) {
    paper.flow(paper.within(parent, 'P'), notes, SMALL.faint, PAGE.left);
    const bar = PAGE.left + 1;
    paper.flow(paper.within(parent, 'BlockQuote'), shown, SMALL.plain, PAGE.left + INDENT, (top, bottom) =>
      paper.line(bar, top + 1, bar, bottom, INK, 1),
    );
    if (!isWhole) paper.flow(paper.within(parent, 'P'), [more], SMALL.faint, PAGE.left + INDENT);
  }
  paper.y += GAP;
}
