import fc from '../seeded';
import { CORPUS, outcomeOf } from './corpus';

const requests = CORPUS.filter(({ wish }) => wish !== undefined);

test('the corpus has 400 mails at least, and half of them are near misses', () => {
  expect(new Set(CORPUS.map(({ line }) => line)).size).toBe(CORPUS.length);
  expect(CORPUS.length).toBeGreaterThanOrEqual(400);
  expect(requests.length / CORPUS.length).toBeGreaterThan(0.4);
  expect(requests.length / CORPUS.length).toBeLessThan(0.6);
});

test('nothing is carried out that was not meant', () => {
  expect(CORPUS.filter((mail) => outcomeOf(mail) === 'wrong').map(({ line }) => line)).toEqual([]);
});

test('of what is clear, nine in ten are carried out', () => {
  const cases = requests.filter((mail) => outcomeOf(mail) === 'case').map(({ line }) => line);
  expect(cases.length / requests.length < 0.1 ? [] : cases).toEqual([]);
});

/** What may turn round a sentence, or say it of something else. */
const TURNS =
  'nicht nie kein nur aber außer erst falls vielleicht hatte habe wurde doch zum wieder Produkt ob dass angeblich not never only except if was later unless';

test('a word more may turn a sentence round, so it is no longer certain, wherever it stands', () => {
  const bare = requests.filter(({ line }) => !/[|,!]|\. ./.test(line));
  fc.assert(
    fc.property(fc.constantFrom(...bare), fc.constantFrom(...TURNS.split(' ')), fc.nat(), (mail, word, n) => {
      const words = mail.text.split(' ');
      const at = n % (words.length + 1);
      const text = [...words.slice(0, at), word, ...words.slice(at)].join(' ');
      expect({ text, outcome: outcomeOf({ ...mail, text, wish: undefined }) }).toEqual({ text, outcome: 'case' });
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ['a question', (text: string) => `${text.replace(/[.!]*$/, '')}?`],
  ['in quotation marks', (text: string) => `„${text}“`],
  ['after a condition', (text: string) => `Wenn das so bleibt, ${text}`],
  ['after somebody’s name', (text: string) => `Herr Müller schreibt: ${text}`],
  ['before something that nobody understands', (text: string) => `${text} Das hat der Hund getippt.`],
  ['with a smile', (text: string) => `${text} :-)`],
])('%s, nothing is certain', (_, turned) => {
  const acts = requests.filter(
    (mail) =>
      outcomeOf({ ...mail, text: turned(mail.text || mail.subject), subject: 'Re: x', wish: undefined }) !== 'case',
  );
  expect(acts.map(({ line }) => line)).toEqual([]);
});
