import { caseClosed, caseEntry, caseRead, requestBegun, requestNoted } from '../../shared/consent/decide/cases';
import type { Decision, Operation } from '../../shared/consent/decide/operator-decisions';
import { demo } from '../../examples/sites/demo';
import { Tale } from './tale';

const [A, B] = ['A'.repeat(22), 'B'.repeat(22)] as const;
const NEWS = 'newsletter-product';
const NOW = new Date('2026-03-01T10:00:00Z');
const operator = { kind: 'operator', id: 'desk' } as const;
const operation: Operation = {
  site: demo,
  requires: new Map(),
  operator,
  told: { via: 'letter', receivedOn: '2026-02-27' },
};
const said = { site: 'demo', at: NOW.toISOString(), actor: operator, purposes: [] };

const by = (decide: Decision, { entries }: Tale) => decide(entries, NOW, entries);
const request = (tale: Tale, id: string): Tale =>
  tale.step('RequestReceived', '2026-02-28T10:00:00Z', { facts: { case: id, wish: 'erasure', via: 'letter' } });
const mail = (tale: Tale, id: string): Tale =>
  tale.step('MailReceived', '2026-02-28T10:00:00Z', { facts: { reading: 'unclear', case: id }, parts: ['mail'] });
const closed = (tale: Tale, id: string): Tale =>
  tale.step('CaseClosed', '2026-02-28T11:00:00Z', { facts: { case: id, outcome: 'answered' } });

test('the mail of a case is found by its id, and not what was done about it', () => {
  const { entries } = closed(mail(mail(new Tale(), A), B), B);
  expect([A, B, 'C'].map((id) => caseEntry(entries, id)?.seq)).toEqual([0, 1, undefined]);
  expect(caseEntry(closed(new Tale(), A).entries, A)).toBeUndefined();
});

test('that somebody reads the mail is written down, with the case', () => {
  expect(caseRead({ ...operation, told: {} }, A, NOW)).toStrictEqual({
    type: 'EvidenceDisclosed',
    ...said,
    facts: { case: A },
  });
});

describe('a request', () => {
  const begin = (tale: Tale, id: string) => by(requestBegun(operation, { id, wish: 'access' }), tale);

  test('is written down once, with how and when the person told', () => {
    const facts = { ...operation.told, case: A, wish: 'access' };
    expect(begin(new Tale(), A)).toStrictEqual({ type: 'RequestReceived', ...said, facts });
    expect(begin(request(new Tale(), A), A)).toBeUndefined();
    expect(begin(request(request(new Tale(), B), A), A)).toBeUndefined();
    expect(begin(request(new Tale(), B), A)).toBeDefined();
  });

  const note = (tale: Tale, what: Parameters<typeof requestNoted>[2], id: string = A) =>
    by(requestNoted(operation, id, what), tale);
  const noted = (tale: Tale, what: Parameters<typeof requestNoted>[2], id: string = A): Tale =>
    tale.step('RequestNoted', '2026-02-28T12:00:00Z', { facts: { ...what, case: id } });
  const EXTENDED = { did: 'extended', informedOn: '2026-02-28' } as const;
  const REOPENED = { did: 'reopened' } as const;
  const CHECKED = { did: 'identity-checked', identity: 'document' } as const;

  test('is extended once, and that is noted without how the person told', () => {
    const tale = request(request(new Tale(), B), A);
    expect(note(tale, EXTENDED)).toStrictEqual({ type: 'RequestNoted', ...said, facts: { ...EXTENDED, case: A } });
    expect(note(noted(tale, EXTENDED), EXTENDED)).toBeUndefined();
    expect(note(tale, EXTENDED, B)).toBeDefined();
  });

  test('is opened again only where it is closed', () => {
    const tale = closed(request(request(new Tale(), B), A), A);
    expect(note(tale, REOPENED)?.facts).toStrictEqual({ ...REOPENED, case: A });
    expect(note(tale, REOPENED, B)).toBeUndefined();
    expect(note(noted(tale, REOPENED), REOPENED)).toBeUndefined();
    expect(note(tale, EXTENDED)).toBeDefined();
    expect(note(tale, CHECKED)).toBeDefined();
  });

  test('has it noted who asks, until that is made sure of in the same way', () => {
    const tale = request(request(new Tale(), B), A);
    expect(note(tale, CHECKED)?.facts).toStrictEqual({ ...CHECKED, case: A });
    const checked = noted(tale, CHECKED);
    expect(note(checked, CHECKED)).toBeUndefined();
    expect(note(checked, { ...CHECKED, identity: 'lawyer' })).toBeDefined();
    expect(note(checked, CHECKED, B)).toBeDefined();
    expect(note(checked, EXTENDED)).toBeDefined();
  });

  test('that there is none of has nothing noted', () => {
    for (const what of [EXTENDED, REOPENED, CHECKED]) expect(note(request(new Tale(), B), what)).toBeUndefined();
  });
});

describe('to close a case', () => {
  const open = (): Tale => mail(mail(new Tale().given('2026-01-10T10:00:00Z', 'r1', [NEWS]), B), A);
  const steps = (tale: Tale, outcome: Parameters<typeof caseClosed>[2], id: string = A) =>
    caseClosed(operation, id, outcome).map((decide) => by(decide, tale));

  test('is one step, without how the person told, and none where it is not open', () => {
    const close = { type: 'CaseClosed', ...said, facts: { case: A, outcome: 'answered' } };
    expect(steps(open(), 'answered')).toStrictEqual([close]);
    expect(steps(closed(open(), A), 'answered')).toEqual([undefined]);
    expect(steps(closed(open(), B), 'answered', B)).toEqual([undefined]);
  });

  test.each([
    ['withdrawal', ['ConsentWithdrawn', 'ConsentWithdrawn', 'CaseClosed']],
    ['weighing', ['ObjectionRaised', 'CaseClosed']],
    ['objection', ['ObjectionRecorded', 'CaseClosed']],
    ['erasure', ['CaseClosed']],
    ['nothing', ['CaseClosed']],
  ] as const)('with %s is done after what the person wanted', (outcome, types) => {
    const done = steps(open(), outcome);
    expect(done.map((step) => step?.type)).toEqual(types);
    expect(done.at(-1)?.facts).toStrictEqual({ case: A, outcome });
    for (const step of done.slice(0, -1)) {
      expect(step?.facts).toStrictEqual(operation.told);
      expect(step?.purposes.map(({ id }) => id)).toContain(NEWS);
    }
  });
});
