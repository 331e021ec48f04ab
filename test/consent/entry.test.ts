import { asRecord } from '../ids';
import { entriesOf, factsOf, withFacts } from '../../shared/consent/entry';
import { isFromElsewhere, saidWhen } from '../../shared/consent/elsewhere';
import { asBackend, nameOf } from '../../shared/consent/steps/entry-fields';
import { Tale } from './tale';

const AT = '2026-02-01T10:00:00.000Z';
const SAID = '2025-12-24T10:00:00.000Z';
const withdrawn = (facts: object) =>
  new Tale().given('2026-01-10T10:00:00Z', 'r1', ['news']).step('ConsentWithdrawn', AT, { purposes: ['news'], facts });

test('entries of a type are found in their order, and no others', () => {
  const { entries } = withdrawn({}).request('2026-03-01T10:00:00Z', 'r2', ['news']);
  expect(entriesOf('ConsentRequested', entries).map(({ recordId }) => recordId)).toEqual(['r1', 'r2'].map(asRecord));
  expect(entriesOf('DataErased', entries)).toEqual([]);
});

test('a step that says more of itself keeps what it said, and all else', () => {
  const [, , step] = withdrawn({ via: 'letter', receivedOn: '2026-01-31' }).entries;
  const more = withFacts(step!, { via: 'phone', saidAt: SAID });
  expect(factsOf(more)).toEqual({ via: 'phone', receivedOn: '2026-01-31', saidAt: SAID });
  expect({ ...more, facts: {} }).toEqual({ ...step, facts: {} });
  expect(factsOf(step!)).toEqual({ via: 'letter', receivedOn: '2026-01-31' });
});

test('what others reported was said elsewhere, and when they say it was; all else was said to us, in its moment', () => {
  const last = (facts: object) => withdrawn(facts).entries.at(-1)!;
  expect([{ via: 'elsewhere' }, { via: 'page' }, {}].map(last).map(isFromElsewhere)).toEqual([true, false, false]);
  expect(saidWhen(last({ via: 'elsewhere', saidAt: SAID }))).toBe(SAID);
  expect(saidWhen(last({ via: 'elsewhere' }))).toBe(AT);
});

test('who acts by a program has its name besides, also where they report what happened elsewhere', () => {
  const [alone, by] = [{ id: 'ottilie' }, { id: 'ottilie', client: 'desk' }];
  expect([nameOf(alone), nameOf(by)]).toEqual(['ottilie', 'ottilie (desk)']);
  const backend = (who: object) => asBackend({ kind: 'operator', ...who } as Parameters<typeof asBackend>[0]);
  expect([alone, by].map(backend)).toStrictEqual([
    { kind: 'backend', id: 'ottilie' },
    { kind: 'backend', id: 'ottilie', client: 'desk' },
  ]);
});
