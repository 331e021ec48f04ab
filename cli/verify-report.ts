import { headlineOf, type Claim, type Report } from '../shared/verify/report';
import { sayFinding, sayNote } from '../shared/verify/say';
import { visible } from '../shared/verify/visible';
import type { Language } from '../shared/words/languages';
import { verifyIn } from '../shared/words/verify';

const SIGNS: Readonly<Record<Claim['state'], string>> = { holds: '✓', fails: '✗', open: '○', none: '–' };
const COLOURS: Readonly<Record<Claim['state'], number>> = { holds: 32, fails: 31, open: 33, none: 0 };
const VERDICTS: Readonly<Record<Report['verdict'], Claim['state']>> = { good: 'holds', bad: 'fails', open: 'open' };

/** A line for each claim, what was found below it, and the verdict last. */
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
  const { title, text } = texts.verdicts[headlineOf(report)];
  out.write(`${[...claims, '', line(`${SIGNS[state]} ${title}.`, state), line(text)].join('\n')}\n`);
}
