import { claim, type ClaimId, type Report } from '../../shared/verify/report';
import { element } from '../../shared/verify/page/element';
import { details, verdict } from '../../shared/verify/page/result';
import { sayFinding, sayNote, sayVerdict } from '../../shared/verify/say';
import { verifyIn } from '../../shared/words/verify';
import { verifyFileIn } from '../../shared/words/verify-file';
import { verifyPageIn } from '../../shared/words/verify-page';
import { FakeElement, pretendToBeABrowser } from '../words/pseudo/fake-dom';

/* What the page puts together of a report. How it looks, and what is pressed on it: `test/browser/verify.test.ts`. */

beforeAll(() => pretendToBeABrowser({}));

const fake = (made: unknown): FakeElement => made as FakeElement;
const classOf = (made: FakeElement): string | undefined => made.attributes.get('class');
const inside = (made: FakeElement): FakeElement[] => made.children.filter((child) => child instanceof FakeElement);

const FAILS = claim('head', [{ code: 'headNotShown' }]);
const OPEN = claim('origin', [], { open: [{ code: 'noCheckpoint' }] });
const HOLDS = claim('anchors', [], { notes: [{ code: 'noAnchors' }] });
const NONE = claim('notices', [], { isEmpty: true });

describe('an element', () => {
  test('has its attributes, but for those that are not said or not so', () => {
    const made = fake(element('p', { class: 'note', hidden: true, title: undefined, lang: false, id: '' }));
    expect(made.name).toBe('p');
    expect([...made.attributes]).toEqual([
      ['class', 'note'],
      ['hidden', ''],
      ['id', ''],
    ]);
    expect([fake(element('p')).attributes.size, fake(element('p')).children.length]).toEqual([0, 0]);
  });

  test('shows all that is in a text, and what is in it as it is', () => {
    const inner = element('b', {}, 'x');
    expect(fake(element('p', {}, 'a\u001bb<i>', inner)).children).toEqual(['a[U+001B]b<i>', inner]);
  });

  test('has "E-Mail" on one line, wherever it stands', () => {
    const { children } = fake(element('p', {}, 'Eine E-Mail, zwei E-Mails'));
    expect(
      children.map((child) => (child instanceof FakeElement ? [child.className, ...child.texts()] : child)),
    ).toEqual([...['Eine ', ['whole', 'E-Mail'], ', zwei ', ['whole', 'E-Mail'], 's']]);
  });
});

test.each<[Report['verdict'], string, string]>([
  ['good', 'holds', '✓'],
  ['bad', 'fails', '✗'],
  ['open', 'open', '○'],
  ['empty', 'none', '–'],
])('that a file is %s has a colour, a sign and two sentences', (said, state, sign) => {
  const claims = { good: [HOLDS], bad: [FAILS], open: [OPEN], empty: [], other: [] }[said];
  const made = fake(verdict({ verdict: said, claims }, 'en'));
  const { title, text } = sayVerdict({ verdict: said, claims }, 'en');
  expect(classOf(made)).toBe(`verdict ${state}`);
  expect(made.texts()).toEqual([sign, title, text]);
  expect(inside(made)[0]?.attributes.get('aria-hidden')).toBe('true');
});

test('a file that is none of ours is open, and named', () => {
  const made = fake(verdict({ verdict: 'other', claims: [], other: 'csv' }, 'en'));
  expect(classOf(made)).toBe('verdict open');
  expect(made.texts()).toContain(verifyFileIn('en').others.csv.text);
});

describe('the details', () => {
  const of = (report: Omit<Report, 'verdict'>): FakeElement[] => details({ verdict: 'bad', ...report }, 'en').map(fake);

  test('are what the file is about, and its claims: what is wrong first, then what is open', () => {
    const [title, about, claimsTitle, list, ...more] = of({
      claims: [NONE, HOLDS, OPEN, FAILS],
      hashes: { file: 'f' },
    });
    expect([title?.texts(), claimsTitle?.texts(), more]).toEqual([
      [verifyFileIn('en').about.title],
      [verifyPageIn('en').claimsTitle],
      [],
    ]);
    expect(about?.texts()).toEqual([verifyFileIn('en').about.fileHash, 'f']);
    expect(classOf(list!)).toBe('claims');
    expect(inside(list!).map(classOf)).toEqual(['fails', 'open', 'holds', 'none']);
  });

  test('of a file that claims nothing are what it is about alone', () => {
    expect(of({ claims: [] })).toHaveLength(2);
    expect(of({ claims: [] }).map(({ name }) => name)).toEqual(['h2', 'dl']);
  });

  test('ask to compare, where the file was attached to another', () => {
    const made = of({ claims: [], hashes: { file: 'f', attachment: 'a' } });
    expect(made.map(({ name }) => name)).toEqual(['h2', 'p', 'dl']);
    expect([classOf(made[1]!), ...(made[1]?.texts() ?? [])]).toEqual(['note', verifyFileIn('en').about.compare]);
  });

  test('say of each claim what it is, what was found and what is worth knowing', () => {
    const { claims, states } = verifyIn('en');
    const [found, noted, plain] = inside(of({ claims: [FAILS, HOLDS, NONE] })[3]!);
    const texts = (id: ClaimId, sign: string, state: keyof typeof states): string[] => [
      ...[sign, claims[id].title, ' ', states[state], claims[id].text],
    ];
    expect(found?.texts()).toEqual([...texts('head', '✗', 'fails'), sayFinding({ code: 'headNotShown' }, 'en')]);
    expect(noted?.texts()).toEqual([...texts('anchors', '✓', 'holds'), sayNote({ code: 'noAnchors' }, 'en')]);
    expect(plain?.texts()).toEqual(texts('notices', '–', 'none'));
    expect(inside(found!.querySelector('ul')!).map(classOf)).toEqual(['finding']);
    expect(inside(noted!.querySelector('ul')!).map(classOf)).toEqual(['remark']);
    expect(plain?.querySelector('ul')).toBeNull();
    expect(plain?.querySelector('.state')?.texts()).toEqual([states.none]);
  });
});
