import { asSubject } from '../ids';
import {
  confirmedMoves,
  endOfMoved,
  movable,
  movedTo,
  moveRequest,
  type MoveRequest,
} from '../../shared/consent/decide/moving';
import type { Entry } from '../../shared/consent/entry';
import { NotMovable } from '../../shared/consent/errors';
import { fold } from '../../shared/consent/fold';
import { REQUIRES, signUp } from './model';
import { Tale } from './tale';

const NOW = new Date('2026-03-01T10:00:00Z');
const OLD = asSubject('o'.repeat(22));
const OTHER = asSubject('x'.repeat(22));
const given = (): Tale =>
  new Tale().given('2026-01-10T10:00:00Z', 'r1', ['news']).given('2026-01-11T10:00:00Z', 'r2', ['events']);

/** Why it cannot be. */
function obstacle(decide: () => unknown): string | undefined {
  try {
    decide();
  } catch (error) {
    if (error instanceof NotMovable) return error.obstacle;
    throw error;
  }
  return undefined;
}

describe('what a person takes along to another address', () => {
  const move = ({ entries }: Tale) => movable(entries, NOW);
  const moved = (tale: Tale) => [move(tale).record.recordId, move(tale).purposes.map(({ id }) => id)];
  const interest = (tale: Tale): Tale => {
    const purposes = [{ id: 'offers', legalBasis: 'legitimate-interest' as const, noticeHash: 'n' }];
    const { entries } = tale.step('LegitimateInterestRecorded', '2026-02-01T10:00:00Z', { record: 'i1' });
    entries.push({ ...entries.pop()!, purposes });
    return tale;
  };

  test('is what they consented to and may be mailed for, with the record that has the last of it', () => {
    expect(moved(given())).toEqual(['r2', ['news', 'events']]);
    expect(moved(given().withdrawn('2026-02-01T10:00:00Z', 'r2', ['events']))).toEqual(['r1', ['news']]);
    const partly = given().given('2026-01-12T10:00:00Z', 'r3', ['analysis', 'others']);
    expect(moved(partly.withdrawn('2026-02-01T10:00:00Z', 'r3', ['others']))).toEqual([
      'r3',
      ['news', 'events', 'analysis'],
    ]);
    expect(moved(given().request('2026-02-28T10:00:00Z', 'r3', ['analysis']))).toEqual(['r2', ['news', 'events']]);
  });

  test('is nothing that rests on something else', () => {
    expect(moved(interest(given()))).toEqual(['r2', ['news', 'events']]);
    const alone = interest(new Tale());
    expect(obstacle(() => move(alone))).toBe('nothing');
    expect(obstacle(() => move(alone.step('ProcessingRestricted', '2026-02-02T10:00:00Z')))).toBe('nothing');
  });

  test('is nothing that is not in force, is restricted, or may not be mailed', () => {
    expect(obstacle(() => move(new Tale()))).toBe('nothing');
    expect(obstacle(() => move(new Tale().request('2026-02-28T10:00:00Z', 'r1', ['news'])))).toBe('nothing');
    expect(obstacle(() => move(given().step('ProcessingRestricted', '2026-02-01T10:00:00Z')))).toBe('restricted');
    const bounced = given().step('MailBounced', '2026-02-01T10:00:00Z', { facts: { bounce: 'permanent' } });
    expect(obstacle(() => move(bounced))).toBe('nothing');
    const since = given().step('ProcessingRestricted', '2026-02-01T10:00:00Z');
    expect(moved(since.given('2026-02-02T10:00:00Z', 'r3', ['news']))).toEqual(['r3', ['news']]);
  });
});

describe('the request to the new address', () => {
  const purposes = fold(given().entries, NOW).flatMap((record) => record.purposes);
  const wish = (change: Partial<MoveRequest> = {}): MoveRequest => ({
    from: OLD,
    purposes,
    signUp: signUp('m1', ['news', 'events'], NOW),
    mailsPerDay: 3,
    ...change,
  });
  const ask = ({ entries }: Tale, change: Partial<MoveRequest> = {}, now = NOW) =>
    moveRequest(entries, wish(change), now);
  const asked = (at: string, record = 'm0', from = OLD, ids = ['news', 'events']): Tale =>
    new Tale().step('ConsentRequested', at, {
      record,
      purposes: ids,
      facts: { confirmBy: '2026-03-05T10:00:00.000Z', movedFrom: from },
    });
  const confirmed = (tale: Tale, at: string): Tale =>
    tale.step('ConsentGiven', at, { record: 'm0', purposes: ['news', 'events'] });

  test('is a sign-up that says from where', () => {
    const step = ask(new Tale());
    expect(step).toMatchObject({
      type: 'ConsentRequested',
      recordId: 'm1',
      purposes: [{ id: 'news' }, { id: 'events' }],
    });
    expect(step?.facts).toMatchObject({ movedFrom: OLD, privacyNotice: '1' });
  });

  test('is made once, while it waits and after it was confirmed', () => {
    expect(ask(asked('2026-02-28T10:00:00Z'))).toBeUndefined();
    expect(ask(confirmed(asked('2026-02-28T10:00:00Z'), '2026-02-28T10:01:00Z'))).toBeUndefined();
    expect(ask(asked('2026-02-28T10:00:00Z', 'm0', OTHER))).toBeDefined();
    expect(ask(asked('2026-02-28T10:00:00Z', 'm0', OLD, ['news']))).toBeDefined();
    const several = asked('2026-02-27T10:00:00Z', 'm9', OTHER);
    several.entries.push(...asked('2026-02-28T10:00:00Z').entries);
    expect(ask(several)).toBeUndefined();
  });

  test('is made anew once the first is late, or something was given at the old address since it was confirmed', () => {
    expect(ask(asked('2026-02-20T10:00:00Z'), {}, new Date('2026-03-06T10:00:00Z'))).toBeDefined();
    const at = (time: string) => ask(confirmed(asked('2026-01-09T10:00:00Z'), time));
    expect(at('2026-01-11T10:01:00.000Z')).toBeUndefined();
    expect(at('2026-01-11T10:00:59.999Z')).toBeDefined();
    expect(at('2026-01-10T10:00:59.999Z')).toBeDefined();
  });

  test('is not made where the new address is not to be written to', () => {
    const objected = (id: string) => new Tale().step('ObjectionRecorded', '2026-02-01T10:00:00Z', { purposes: [id] });
    expect(obstacle(() => ask(objected('events')))).toBe('objected');
    expect(obstacle(() => ask(objected('others')))).toBeUndefined();
    const suppressed = new Tale().step('DataErased', '2026-02-01T10:00:00Z', { facts: { suppress: true } });
    expect(obstacle(() => ask(suppressed))).toBe('objected');
    const restricted = new Tale().step('ProcessingRestricted', '2026-02-01T10:00:00Z');
    expect(obstacle(() => ask(restricted))).toBe('new-restricted');
  });

  test('waits for no pause, and ends where enough mails went out that day', () => {
    const same = new Tale().request('2026-03-01T09:59:00Z', 's1', ['news', 'events']);
    expect(ask(same)).toBeDefined();
    expect(obstacle(() => ask(same, { mailsPerDay: 1 }))).toBe('enough-mails');
  });
});

test('the moves that were confirmed are told with where they came from', () => {
  const from = (movedFrom?: typeof OLD) => ({ confirmBy: '2026-03-05T10:00:00.000Z', ...(movedFrom && { movedFrom }) });
  const tale = new Tale()
    .step('ConsentRequested', '2026-02-28T10:00:00Z', { record: 'm1', purposes: ['news'], facts: from(OLD) })
    .step('ConsentRequested', '2026-02-28T10:01:00Z', { record: 'm2', purposes: ['news'], facts: from(OTHER) })
    .step('ConsentRequested', '2026-02-28T10:02:00Z', { record: 'm3', purposes: ['news'], facts: from() })
    .step('ConsentGiven', '2026-02-28T10:03:00Z', { record: 'm3', purposes: ['news'] })
    .step('MailSent', '2026-02-28T10:03:30Z', { record: 'm1', facts: { mail: 'confirmation' } })
    .step('ConsentGiven', '2026-02-28T10:04:00Z', { record: 'm1', purposes: ['news'] });
  expect(confirmedMoves(tale.entries)).toEqual([{ from: OLD, given: tale.entries.at(-1) }]);
});

describe('once the new address has them, the old one', () => {
  /** What the new address gave, a month after the old one. */
  const anew = (...ids: string[]): Entry => new Tale().given('2026-02-10T10:00:00Z', 'n1', ids).entries.at(-1)!;
  const end = ({ entries }: Tale, by = anew('news'), perhaps?: Parameters<typeof endOfMoved>[4]) =>
    endOfMoved(entries, by, REQUIRES, NOW, perhaps);

  test('has them no more, and says where they went', () => {
    expect(end(given())).toStrictEqual({
      type: 'ConsentWithdrawn',
      site: 'demo',
      recordId: 'r1',
      at: NOW.toISOString(),
      actor: { kind: 'system' },
      purposes: [{ id: 'news', legalBasis: 'consent', noticeHash: 'hash-of-news' }],
      facts: { movedTo: anew().subject },
    });
    expect(end(given().withdrawn('2026-02-10T10:02:00Z', 'r1', ['news']))).toBeUndefined();
    const both = new Tale().given('2026-01-10T10:00:00Z', 'r1', ['events', 'news']);
    expect(end(both)).toMatchObject({ recordId: 'r1', purposes: [{ id: 'news' }] });
    expect(end(given(), anew())).toBeUndefined();
    expect(end(given(), anew('news', 'events'))).toMatchObject({ recordId: 'r2', purposes: [{}, {}] });
  });

  test('names the record that has what ends, and no contract about the same', () => {
    const tale = new Tale().given('2026-01-10T10:00:00Z', 'r1', ['news']);
    const { entries } = tale.step('ContractRecorded', '2026-01-20T10:00:00Z', { record: 'k1' });
    entries.push({ ...entries.pop()!, purposes: [{ id: 'news', legalBasis: 'contract', noticeHash: 'n' }] });
    expect(end(tale)).toMatchObject({ recordId: 'r1', purposes: [{ legalBasis: 'consent' }] });
  });

  test('keeps what began there since, as that is another wish', () => {
    expect(end(new Tale().given('2026-02-10T10:01:01Z', 'r1', ['news']))).toBeUndefined();
    expect(end(new Tale().request('2026-02-10T10:01:01Z', 'r1', ['news']))).toBeUndefined();
    expect(end(new Tale().request('2026-02-28T10:01:00Z', 'r1', ['news']))).toBeUndefined();
    const atOnce = new Tale().request('2026-02-10T10:01:00Z', 'r1', ['news']);
    expect(end(atOnce)).toBeUndefined();
    const waiting = new Tale().step('ConsentRequested', '2026-02-10T10:01:00Z', {
      record: 'r1',
      purposes: ['news'],
      facts: { confirmBy: '2026-03-05T10:00:00.000Z' },
    });
    expect(end(waiting)).toMatchObject({ type: 'ConsentRefused', recordId: 'r1' });
    waiting.step('ConsentGiven', '2026-02-28T10:00:00Z', { record: 'r1', purposes: ['news'] });
    expect(end(waiting)).toMatchObject({ type: 'ConsentWithdrawn', recordId: 'r1' });
  });

  test('loses also what may have been given there, for all that this version knows, but not since', () => {
    const state = (id: string, since: string) =>
      ({ id, legalBasis: 'consent', noticeHash: 'n', status: 'ConsentGiven', since }) as const;
    const doubt = (...purposes: ReturnType<typeof state>[]) => ({
      site: 'demo',
      confirmedAt: NOW.toISOString(),
      purposes,
    });
    const before = state('news', anew().at);
    const since = state('events', '2026-02-10T10:01:00.001Z');
    const step = end(new Tale(), anew('news', 'events'), [doubt(since), doubt(before)]);
    expect(step).toMatchObject({ site: 'demo', purposes: [{ id: 'news' }], facts: { movedTo: anew().subject } });
    expect(step).not.toHaveProperty('recordId');
    expect(end(new Tale(), anew('news', 'events'), [doubt(before, since)])).toBeUndefined();
    expect(end(given(), anew('others'))).toBeUndefined();
  });
});

test('of several addresses that consents went to the latest comes first, each once', () => {
  const tale = given();
  for (const [day, to] of [
    ['01', OLD],
    ['02', OTHER],
    ['03', OLD],
    ['04', undefined],
  ] as const)
    tale.step('ConsentWithdrawn', `2026-02-${day}T10:00:00Z`, { facts: to ? { movedTo: to } : {} });
  expect(movedTo(tale.entries)).toEqual([OTHER, OLD]);
  expect(movedTo(given().entries)).toEqual([]);
});
