import { aboutRows, type Row } from '../about-rows';
import type { Claim, Report } from '../report';
import { sayFinding, sayNote, sayVerdict } from '../say';
import type { Language } from '../../words/languages';
import { verifyIn } from '../../words/verify';
import { element } from './element';
import { verifyFileIn } from '../../words/verify-file';
import { verifyPageIn } from '../../words/verify-page';

const SIGNS: Readonly<Record<Claim['state'], string>> = { holds: '✓', fails: '✗', open: '○', none: '–' };
const STATES: Readonly<Record<Report['verdict'], Claim['state']>> = {
  good: 'holds',
  bad: 'fails',
  open: 'open',
  other: 'open',
  empty: 'none',
};

/** What the live region says: all that matters, in two sentences. */
export function verdict(report: Report, language: Language): HTMLElement {
  const { title, text } = sayVerdict(report, language);
  const state = STATES[report.verdict];
  return element('div', { class: `verdict ${state}` }, sign(state), element('h2', {}, title), element('p', {}, text));
}

export function details(report: Report, language: Language): HTMLElement[] {
  const { claims, hashes } = report;
  const { title, compare } = verifyFileIn(language).about;
  const list = element('ul', { class: 'claims' }, ...inOrder(claims).map((claim) => claimItem(claim, language)));
  return [
    element('h2', {}, title),
    ...(hashes?.attachment === undefined ? [] : [element('p', { class: 'note' }, compare)]),
    aboutList(aboutRows(report, language)),
    ...(claims.length === 0 ? [] : [element('h2', {}, verifyPageIn(language).claimsTitle), list]),
  ];
}

/** What is wrong comes first, then what is open. */
function inOrder(claims: readonly Claim[]): Claim[] {
  const states = ['fails', 'open', 'holds', 'none'];
  return claims.toSorted((one, other) => states.indexOf(one.state) - states.indexOf(other.state));
}

function claimItem({ id, state, findings, notes }: Claim, language: Language): HTMLElement {
  const { claims, states } = verifyIn(language);
  const { title, text } = claims[id];
  const label = element('span', { class: 'state' }, states[state]);
  const said = [
    ...findings.map((finding) => element('li', { class: 'finding' }, sayFinding(finding, language))),
    ...notes.map((note) => element('li', { class: 'remark' }, sayNote(note, language))),
  ];
  return element(
    'li',
    { class: state },
    sign(state),
    element('h3', {}, title, ' ', label),
    element('p', {}, text),
    ...(said.length > 0 ? [element('ul', {}, ...said)] : []),
  );
}

function aboutList(rows: readonly Row[]): HTMLElement {
  const row = ({ name, lines }: Row): HTMLElement =>
    element('div', {}, element('dt', {}, name), ...lines.map((line) => element('dd', {}, line)));
  return element('dl', {}, ...rows.map(row));
}

/** The words beside it say the same, so a screen reader need not. */
const sign = (state: Claim['state']): HTMLElement =>
  element('span', { class: 'sign', 'aria-hidden': 'true' }, SIGNS[state]);
