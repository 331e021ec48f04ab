import { aboutRows } from '../shared/verify/about-rows';
import type { Claim, Report } from '../shared/verify/report';
import { sayFinding, sayNote, sayVerdict } from '../shared/verify/say';
import { visible } from '../shared/verify/visible';
import type { Language } from '../shared/words/languages';
import { verifyIn } from '../shared/words/verify';
import { verifyFileIn } from '../shared/words/verify-file';

const SIGNS: Readonly<Record<Claim['state'], string>> = { holds: '✓', fails: '✗', open: '○', none: '–' };
const COLOURS: Readonly<Record<Claim['state'], number>> = { holds: 32, fails: 31, open: 33, none: 0 };
const VERDICTS: Readonly<Record<Report['verdict'], Claim['state']>> = {
  good: 'holds',
  bad: 'fails',
  open: 'open',
  other: 'open',
  empty: 'none',
};

/** A line for each claim, what was found below it, what was checked, and the verdict last. */
export function printReport(report: Report, language: Language, out: NodeJS.WriteStream): void {
  const texts = verifyIn(language);
  /** Each line is made visible as a whole: nothing that a file says can begin another, or be more than text. */
  const line = (text: string, state?: Claim['state']): string =>
    out.isTTY && state ? `\u001b[${COLOURS[state]}m${visible(text)}\u001b[0m` : visible(text);
  const claims = report.claims.flatMap(({ id, state, findings, notes }) => [
    line(`${SIGNS[state]} ${texts.claims[id].title}${state === 'holds' ? '' : `: ${texts.states[state]}`}`, state),
    ...findings.map((finding) => line(`    ${sayFinding(finding, language)}`, state)),
    ...notes.map((note) => line(`    ${sayNote(note, language)}`)),
  ]);
  const state = VERDICTS[report.verdict];
  const { title, text } = sayVerdict(report, language);
  const verdict = [line(`${SIGNS[state]} ${title}.`, state), line(text)];
  const parts = [claims, checked(report, language).map((each) => line(each)), verdict];
  const blocks = parts.filter(({ length }) => length > 0).map((lines) => lines.join('\n'));
  out.write(`${blocks.join('\n\n')}\n`);
}

function checked(report: Report, language: Language): string[] {
  const { title, compare } = verifyFileIn(language).about;
  const rows = aboutRows(report, language).flatMap(({ name, lines }) => [
    `    ${name}: ${lines[0] ?? ''}`,
    ...lines.slice(1).map((each) => `        ${each}`),
  ]);
  return [`${title}:`, ...rows, ...(report.hashes?.attachment === undefined ? [] : [`    ${compare}`])];
}
