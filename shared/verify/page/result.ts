import { headlineOf, type About, type Claim, type Report } from '../report';
import { sayFinding, sayNote } from '../say';
import type { Language } from '../../words/languages';
import { timeOrText } from '../../words/times';
import { verifyIn } from '../../words/verify';
import { element } from './element';
import { verifyPageIn } from '../../words/verify-page';

const SIGNS: Readonly<Record<Claim['state'], string>> = { holds: '✓', fails: '✗', open: '○', none: '–' };
const STATES: Readonly<Record<Report['verdict'], Claim['state']>> = { good: 'holds', bad: 'fails', open: 'open' };

/** What the live region says: all that matters, in two sentences. */
export function verdict(report: Report, language: Language): HTMLElement {
  const { title, text } = verifyIn(language).verdicts[headlineOf(report)];
  const state = STATES[report.verdict];
  return element('div', { class: `verdict ${state}` }, sign(state), element('h2', {}, title), element('p', {}, text));
}

export function details({ claims, about }: Report, language: Language): HTMLElement[] {
  const { aboutTitle, claimsTitle } = verifyPageIn(language);
  const list = element('ul', { class: 'claims' }, ...inOrder(claims).map((claim) => claimItem(claim, language)));
  return [
    ...(about ? [element('h2', {}, aboutTitle), aboutList(about, language)] : []),
    element('h2', {}, claimsTitle),
    list,
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

function aboutList(about: About, language: Language): HTMLElement {
  const names = verifyIn(language).about;
  const rows: [string, string][] = [
    [names.controller, about.controller],
    [names.site, about.site],
    [names.at, timeOrText(about.at, language)],
    [names.operator, about.operator],
    [names.reason, about.reason],
    [names.steps, String(about.steps)],
  ];
  const row = ([name, value]: [string, string]) =>
    element('div', {}, element('dt', {}, name), element('dd', {}, value));
  return element('dl', {}, ...rows.map(row));
}

/** The words beside it say the same, so a screen reader need not. */
const sign = (state: Claim['state']): HTMLElement =>
  element('span', { class: 'sign', 'aria-hidden': 'true' }, SIGNS[state]);
