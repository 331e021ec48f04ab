import type { Claim, Report } from '../shared/verify/report';
import { sayFinding, sayNote } from '../shared/verify/say';
import type { Language } from '../shared/words/languages';
import { verifyIn } from '../shared/words/verify';

const SIGNS: Readonly<Record<Claim['state'], string>> = { holds: '✓', fails: '✗', open: '○' };
const COLOURS: Readonly<Record<Claim['state'], number>> = { holds: 32, fails: 31, open: 33 };
const VERDICTS: Readonly<Record<Report['verdict'], Claim['state']>> = { good: 'holds', bad: 'fails', open: 'open' };

/** A line for each claim, what was found below it, and the verdict last. */
export function printReport({ claims, verdict }: Report, language: Language, out: NodeJS.WriteStream): void {
  const texts = verifyIn(language);
  const colour = (state: Claim['state'], text: string): string =>
    out.isTTY ? `\u001b[${COLOURS[state]}m${text}\u001b[0m` : text;
  const lines = claims.flatMap(({ id, state, findings, notes }) => [
    `${colour(state, SIGNS[state])} ${texts.claims[id].title}${state === 'holds' ? '' : `: ${texts.states[state]}`}`,
    ...findings.map((finding) => `    ${colour(state, sayFinding(finding, language))}`),
    ...notes.map((note) => `    ${sayNote(note, language)}`),
  ]);
  const state = VERDICTS[verdict];
  const { title, text } = texts.verdicts[verdict];
  out.write(`${[...lines, '', colour(state, `${SIGNS[state]} ${title}.`), text].join('\n')}\n`);
}
