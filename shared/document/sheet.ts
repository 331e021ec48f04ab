import { readFonts } from './fonts';
import { finished, type Drawing } from './draw';
import { Paper, type Structure } from './paper';
import { ADDRESSED, BODY, HEADING, INK, MARGINAL, NAME, PAGE, SUBJECT } from './style';

/** A letter on paper. */
export interface Sheet {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly sender: {
    readonly name: string;
    readonly address: string;
    readonly contacts: readonly string[];
    readonly imprint: readonly string[];
  };
  /** What is seen through the window of an envelope, line by line. */
  readonly recipient: readonly string[];
  /** The date, and what it answers. */
  readonly notes: readonly string[];
}

const mm = (millimetres: number): number => (millimetres / 25.4) * 72;

/*
 * DIN 5008 form B: the field for the address is 45 mm below the edge, 85 mm wide and 45 mm high, with the return address above
 * the six lines of the recipient; to its right what else belongs to the letter; then the subject. Folded at the marks, the field is seen
 * through the window of an envelope DL.
 */
const LEFT = mm(25);
const ADDRESS = { top: mm(62.7), width: mm(80) } as const;
const RETURN_LINE = mm(58.5);
const NOTES = { left: mm(125), top: mm(50), bottom: mm(90) } as const;
const SUBJECT_TOP = mm(98.5);
const MARKS = [mm(105), mm(210)] as const;
const PUNCH = mm(148.5);
/** The imprint, beside the number of the page. */
const FOOT = 788;
const NUMBER = 70;
const WIDTH = PAGE.right - LEFT;

/** Draws a letter. The same letter makes the same file. */
export async function drawSheet(
  sheet: Sheet,
  { language, at, pageOf }: Pick<Drawing, 'language' | 'at' | 'pageOf'>,
): Promise<Buffer> {
  const paper = new Paper(await readFonts(JSON.stringify(sheet)), { title: sheet.subject, language, at });
  const section = paper.doc.struct('Sect');
  paper.doc.addStructure(section);
  drawHead(paper, section, sheet);
  paper.y = SUBJECT_TOP;
  paper.flow(paper.within(section, 'H1'), paper.wrap(sheet.subject, SUBJECT, WIDTH), SUBJECT, LEFT);
  paper.y += 8;
  for (const text of sheet.paragraphs) {
    const element = paper.within(section, 'P');
    const lines = text.split('\n').flatMap((line) => paper.wrap(line, NAME, WIDTH));
    // The end of a paragraph is not alone on a page.
    paper.room(Math.min(lines.length, 3) * NAME.leading);
    paper.flow(element, lines, NAME, LEFT);
    paper.y += 9;
  }
  section.end();
  drawMargins(paper, sheet, pageOf);
  return finished(paper);
}

function drawHead(paper: Paper, section: Structure, { sender, recipient, notes }: Sheet): void {
  const { name, address, contacts, imprint } = sender;
  const block = (lines: readonly string[], style: typeof BODY.plain, x: number, top: number): number => {
    let end = top;
    if (lines.length > 0) paper.within(section, 'P').add(() => (end = paper.put(lines, style, x, top)));
    return end;
  };
  block(paper.wrap(name, HEADING, PAGE.right - LEFT), HEADING, LEFT, mm(20));
  const back = paper.wrap(`${name}, ${address}`, MARGINAL, ADDRESS.width);
  block(back.slice(0, 2), MARGINAL, LEFT, RETURN_LINE - (Math.min(back.length, 2) - 1) * MARGINAL.leading);
  paper.line(LEFT, ADDRESS.top - 1, LEFT + ADDRESS.width, ADDRESS.top - 1);
  const to = recipient.flatMap((line) => paper.wrap(line, ADDRESSED, ADDRESS.width));
  block(to, ADDRESSED, LEFT, ADDRESS.top + 3);
  const beside = PAGE.right - NOTES.left;
  const said = [address, ...contacts].flatMap((line) => paper.wrap(line, BODY.faint, beside));
  const noted = notes.flatMap((line) => paper.wrap(line, BODY.plain, beside));
  const end = block(said, BODY.faint, NOTES.left, NOTES.top);
  block(noted, BODY.plain, NOTES.left, Math.max(end + 4, NOTES.bottom - noted.length * BODY.plain.leading));
  block(paper.wrap(imprint.join(' · '), MARGINAL, WIDTH - NUMBER).slice(0, 4), MARGINAL, LEFT, FOOT);
  for (const mark of MARKS) paper.line(mm(4), mark, mm(9), mark, INK);
  paper.line(mm(4), PUNCH, mm(12), PUNCH, INK);
}

function drawMargins(paper: Paper, { subject }: Sheet, pageOf: Drawing['pageOf']): void {
  const { count } = paper.doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    paper.doc.switchToPage(page);
    const number = pageOf(page + 1, count);
    const x = PAGE.right - paper.widthOf(number, MARGINAL);
    paper.artifact(() => {
      if (page > 0) paper.put([subject], MARGINAL, LEFT, 42);
      paper.put([number], MARGINAL, x, FOOT + MARGINAL.leading);
    });
  }
}
