import { asSubject } from '../ids';
import { imagineSteps, type OrderedStep } from '../../shared/actions/take-steps';
import type { Decision } from '../../shared/consent/decide/operator-decisions';
import { hold, restriction, withdrawal } from '../../shared/consent/decide/operator-decisions';
import { standingOf } from '../../shared/consent/standing';
import type { Entry } from '../../shared/consent/entry';
import type { Site } from '../../shared/policy/schema';
import { sites } from '../../examples/sites';
import { EMPTY } from '../../shared/ledger/chain';
import { History } from '../consent/history';

const NOW = new Date('2026-11-22T10:00:00Z');
const operation = {
  site: sites[0] as Site,
  requires: new Map(),
  operator: { kind: 'operator', id: 'erika' },
  told: {},
} as const;
const reason = { reason: { reason: 'a letter' } };
const step = (decide: Decision): OrderedStep => ({ decide, parts: reason });

function subscriber(): History {
  const history = new History(new Date('2026-11-20T10:00:00Z'));
  history.confirm('r1', 'news');
  return history;
}

function imagine(steps: readonly OrderedStep[], entries: readonly Entry[]): Entry[] {
  return imagineSteps(steps, { subject: asSubject('s'.repeat(22)), now: NOW }, { entries, all: entries });
}

test('an order that would come to nothing adds nothing', () => {
  const { entries } = subscriber();
  expect(imagine([], entries)).toEqual([]);
  expect(imagine([step(() => undefined)], entries)).toEqual([]);
});

test('each step follows the one before it, in the chain and in what it decides on', () => {
  const { entries } = subscriber();
  const twice = [step(restriction(operation)), step(restriction(operation)), step(hold(operation, 'c', '2027-01-01'))];
  const added = imagine(twice, entries);
  expect(added.map(({ type }) => type)).toEqual(['ProcessingRestricted', 'HoldPlaced']);
  const all = [...entries, ...added];
  for (const [n, entry] of all.entries()) expect([entry.seq, entry.prev]).toEqual([n, all[n - 1]?.hash ?? EMPTY.hash]);
  expect(standingOf(all)).toMatchObject({ restrictedSince: NOW.toISOString(), holds: [{ case: 'c' }] });
});

test('what was given is not touched, and personal data is named and not kept', () => {
  const { entries } = subscriber();
  const before = structuredClone(entries);
  const [added] = imagine([step(withdrawal(operation, []))], entries);
  expect(entries).toEqual(before);
  expect(added?.parts).toEqual({ reason: 'A'.repeat(43) });
});

test('a step is never earlier than what it follows, whatever the clock says', () => {
  const history = new History(new Date('2026-11-30T10:00:00Z'));
  history.confirm('r1', 'news');
  const [added] = imagine([step(withdrawal(operation, []))], history.entries);
  expect(added?.at).toBe('2026-11-30T10:00:00.000Z');
});

test('the first step of a person begins their chain', () => {
  const [added] = imagine([step(hold(operation, 'c', '2027-01-01'))], []);
  expect([added?.seq, added?.prev]).toEqual([0, EMPTY.hash]);
});

test('decisions see also what this version does not understand, and what was imagined before them', () => {
  const { entries } = subscriber();
  const unknown = { ...entries[0]!, type: 'FromTheFuture' };
  const seen: number[] = [];
  const look: Decision = (known, _, all) => {
    seen.push(known.length, all.length);
    return hold(operation, `c${seen.length}`, '2027-01-01')(known, NOW, all);
  };
  imagineSteps(
    [step(look), step(look)],
    { subject: asSubject('s'.repeat(22)), now: NOW },
    { entries, all: [unknown as never, ...entries] },
  );
  expect(seen).toEqual([2, 3, 3, 4]);
});
