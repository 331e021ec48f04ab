import type { Block, Cell, Fact, Verdict } from './content';
import type { Paper, Structure } from './paper';
import { BODY, HEADING, INK, IN_FORCE, LABEL, NAME, NOT_IN_FORCE, PAGE, SMALL, WIDTH } from './style';
import { drawExcerpts } from './excerpts';
import { drawTable } from './table';

/** Facts: labels to the left of this column, values in it. */
const VALUE_X = PAGE.left + 112;
/** Brief verdicts: names to the left of this column. */
const VERDICT_X = PAGE.left + 160;
const VALUE_WIDTH = PAGE.right - VALUE_X;
const INDENT = 14;
/** Quotes of so many lines stay in one piece. */
const SHORT = 8;
const GUTTER = 8;

/** Draws a block where the page is filled to. */
export function drawBlock(paper: Paper, parent: Structure, block: Block): void {
  switch (block.kind) {
    case 'paragraph':
      return drawParagraph(paper, parent, block.lines);
    case 'heading':
      return drawHeading(paper, parent, block.text);
    case 'rule':
      return drawRule(paper);
    case 'verdict':
      return block.isBrief ? drawBrief(paper, parent, block) : drawVerdict(paper, parent, block);
    case 'facts':
      return drawFacts(paper, parent, block.facts);
    case 'list':
      return drawList(paper, parent, block.items);
    case 'quote':
      return drawQuote(paper, parent, block);
    case 'excerpts':
      return drawExcerpts(paper, parent, block);
    case 'table':
      return drawTable(paper, parent, block);
  }
}

function drawParagraph(paper: Paper, parent: Structure, lines: Cell): void {
  // Keeps the beginning of the following text on the same page.
  paper.room(90);
  for (const { text, tone } of lines) {
    const element = paper.within(parent, 'P');
    paper.flow(element, paper.wrap(text, BODY[tone], WIDTH), BODY[tone], PAGE.left);
  }
  paper.y += 8;
}

function drawHeading(paper: Paper, parent: Structure, text: string): void {
  const lines = paper.wrap(text, HEADING, WIDTH);
  // Keeps a short text that follows on the same page.
  paper.room(lines.length * HEADING.leading + 140);
  paper.y += 8;
  paper.noteHeading(text);
  paper.flow(paper.within(parent, 'H2'), lines, HEADING, PAGE.left);
  paper.y += 4;
}

function drawRule(paper: Paper): void {
  paper.line(PAGE.left, paper.y, PAGE.right, paper.y);
  paper.y += 12;
}

function drawVerdict(paper: Paper, parent: Structure, { name, verdict, inForce }: Verdict): void {
  const style = inForce ? IN_FORCE : NOT_IN_FORCE;
  const names = paper.wrap(name, NAME, WIDTH);
  const verdicts = paper.wrap(verdict, style, WIDTH);
  paper.room(names.length * NAME.leading + verdicts.length * style.leading + 8);
  const element = paper.within(parent, 'P');
  paper.flow(element, names, NAME, PAGE.left);
  paper.flow(element, verdicts, style, PAGE.left);
  paper.y += 6;
}

/** The name, and beside it how it stands. */
function drawBrief(paper: Paper, parent: Structure, { name, verdict, inForce }: Verdict): void {
  const style = { ...SMALL.strong, color: (inForce ? IN_FORCE : NOT_IN_FORCE).color };
  const names = paper.wrap(name, SMALL.plain, VERDICT_X - PAGE.left - GUTTER);
  const verdicts = paper.wrap(verdict, style, PAGE.right - VERDICT_X);
  paper.room(Math.max(names.length, verdicts.length) * style.leading);
  const top = paper.y;
  const element = paper.within(parent, 'P');
  element.add(() => paper.put(names, SMALL.plain, PAGE.left, top));
  paper.flow(element, verdicts, style, VERDICT_X);
  paper.y = Math.max(paper.y, top + names.length * SMALL.plain.leading) + 4;
}

function drawFacts(paper: Paper, parent: Structure, facts: readonly Fact[]): void {
  for (const { label, value } of facts) {
    const labels = paper.wrap(label, LABEL, VALUE_X - PAGE.left - GUTTER);
    paper.room(Math.max(labels.length, 2) * BODY.plain.leading);
    const element = paper.within(parent, 'P');
    const top = paper.y;
    element.add(() => paper.put(labels, LABEL, PAGE.left, top));
    for (const { text, tone } of value) {
      paper.flow(element, paper.wrap(text, BODY[tone], VALUE_WIDTH), BODY[tone], VALUE_X);
    }
    paper.y = Math.max(paper.y, top + labels.length * LABEL.leading) + 4;
  }
  paper.y += 4;
}

function drawList(paper: Paper, parent: Structure, items: readonly string[]): void {
  const list = paper.within(parent, 'L');
  items.forEach((item) => drawItem(paper, paper.within(list, 'LI'), item));
  paper.y += 7;
}

function drawItem(paper: Paper, parent: Structure, item: string): void {
  const lines = paper.wrap(item, BODY.plain, WIDTH - INDENT);
  paper.room(Math.min(lines.length, 3) * BODY.plain.leading);
  const top = paper.y;
  paper.within(parent, 'Lbl').add(() => paper.put(['–'], BODY.plain, PAGE.left, top));
  paper.flow(paper.within(parent, 'LBody'), lines, BODY.plain, PAGE.left + INDENT);
  paper.y += 3;
}

function drawQuote(paper: Paper, parent: Structure, { text, tone }: Block & { kind: 'quote' }): void {
  const lines = paper.wrap(text, BODY[tone], WIDTH - INDENT);
  const bar = PAGE.left + 1;
  if (lines.length <= SHORT) paper.room(lines.length * BODY[tone].leading);
  const element = paper.within(parent, 'BlockQuote');
  paper.flow(element, lines, BODY[tone], PAGE.left + INDENT, (top, bottom) =>
    paper.line(bar, top + 1, bar, bottom, INK, 1),
  );
  paper.y += 10;
}
