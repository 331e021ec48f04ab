import type { Digest } from '../../shared/ids';
import { asDigest, asSubject } from '../ids';
import { owed, type Processor } from '../../shared/consent/processors';
import type { Address, SealedPart } from '../../shared/ledger/part';
import type { Task } from '../../shared/processors/adapter';
import { taskFor } from '../../shared/processors/task';
import { Tale } from '../consent/tale';

const processor = {
  id: 'mailer',
  purposes: ['news', 'events'],
  transfers: [],
  connection: { tool: 'brevo' },
} as unknown as Processor;
const FIELDS = ['firstName', 'company'].map((id) => ({ id, label: { de: id } }));
const DAY = (n: number): string => `2026-11-${String(n).padStart(2, '0')}T10:00:00.000Z`;
const CONFIRMED = (n: number): string => DAY(n).replace('10:00', '10:01');

function address(n: number): [Digest, SealedPart] {
  const data: Address = { email: 'erika@example.org' };
  const digest = asDigest(`address-of-${n}`);
  return [digest, { class: 'address', data: JSON.stringify(data), salt: '', digest }];
}

function details(n: number): [Digest, SealedPart] {
  const digest = asDigest(`details-of-${n}`);
  return [digest, { class: 'details', data: JSON.stringify({ fields: { firstName: 'Erika' } }), salt: '', digest }];
}

/** What the tool has to do next. */
function next(tale: Tale): Task | undefined {
  const { entries } = tale;
  const due = owed(entries, processor);
  const parts = new Map(entries.flatMap(({ seq }) => [address(seq), details(seq)]));
  return (
    due && taskFor(due, { site: { id: 'demo', fields: FIELDS }, processor, subject: asSubject('s'), entries, parts })
  );
}

const told = (tale: Tale, at: string): Tale =>
  tale.step('ProcessorInformed', at, { facts: { processor: processor.id, upTo: tale.entries.length - 1 } });

describe('what a tool has to do', () => {
  const subscribed = (): Tale => told(new Tale().given(DAY(1), 'r1', ['news']), DAY(1));

  test('is new, and given by the person, the first time', () => {
    expect(next(new Tale().given(DAY(1), 'r1', ['news']))?.purposes).toEqual([
      { id: 'news', allowed: true, since: CONFIRMED(1), isNew: true, givenAt: CONFIRMED(1) },
      { id: 'events', allowed: false },
    ]);
  });

  test('is nothing new when only the name is another, however long ago the tool was told', () => {
    const tale = subscribed().step('IdentityRectified', DAY(20), { record: 'r1', parts: ['address'] });
    expect(next(tale)?.purposes[0]).toEqual({ id: 'news', allowed: true, since: CONFIRMED(1) });
  });

  test('is to delete the fields that they have no more, whatever is left to say which those were', () => {
    const about = { record: 'r1', purposes: ['news'] };
    const asked = { ...about, facts: { confirmBy: DAY(9) }, parts: ['address', 'details'] };
    const subscribed = told(
      new Tale().step('ConsentRequested', DAY(2), asked).step('ConsentGiven', DAY(3), about),
      DAY(3),
    );
    subscribed.step('IdentityRectified', DAY(20), { record: 'r1', parts: ['address'] });
    expect(next(subscribed)).toMatchObject({ kind: 'subscribe', fields: {}, goneFields: ['firstName', 'company'] });
    expect(next(told(subscribed, DAY(20)).withdrawn(DAY(21), 'r1', ['news']))).not.toHaveProperty('goneFields');
  });

  test('is no field, where none was ever told', () => {
    const tale = subscribed().step('IdentityRectified', DAY(20), { record: 'r1', parts: ['address'] });
    expect(next(tale)).not.toHaveProperty('goneFields');
  });

  test.each(['LegitimateInterestRecorded', 'ConsentRecorded'] as const)(
    'is to forget nothing for a second record of the address alone: %s',
    (type) => {
      const about = { record: 'r1', purposes: ['news'] };
      const asked = { ...about, facts: { confirmBy: DAY(9) }, parts: ['address', 'details'] };
      const tale = told(new Tale().step('ConsentRequested', DAY(2), asked).step('ConsentGiven', DAY(3), about), DAY(3));
      const task = next(tale.step(type, DAY(5), { record: 'x1', purposes: ['events'], parts: ['address'] }));
      expect(task).toMatchObject({ kind: 'subscribe', fields: { firstName: 'Erika' }, language: 'de' });
      expect(task?.goneFields ?? []).not.toContain('firstName');
    },
  );

  test('is to forget nothing where the person signs up once more with the address alone', () => {
    const about = { record: 'r1', purposes: ['news'] };
    const asked = { ...about, facts: { confirmBy: DAY(9) }, parts: ['address', 'details'] };
    const tale = told(new Tale().step('ConsentRequested', DAY(2), asked).step('ConsentGiven', DAY(3), about), DAY(3));
    const task = next(tale.given(DAY(5), 'r2', ['events']));
    expect(task).toMatchObject({ kind: 'subscribe', fields: { firstName: 'Erika' } });
    expect(task?.goneFields ?? []).not.toContain('firstName');
  });

  test('is given, and not new, by a second double opt-in', () => {
    const [news, events] = next(subscribed().given(DAY(5), 'r2', ['news']))?.purposes ?? [];
    expect(news).toMatchObject({ id: 'news', allowed: true, givenAt: CONFIRMED(5) });
    expect(news).not.toHaveProperty('isNew');
    expect(events).toEqual({ id: 'events', allowed: false });
  });

  test('is new, and not given, when a restriction ends; and the tool is told when that began for it', () => {
    const tale = told(subscribed().step('ProcessingRestricted', DAY(5)), DAY(5));
    const task = next(tale.step('RestrictionLifted', DAY(9)));
    expect(task).toMatchObject({ kind: 'subscribe', pausedAt: DAY(5) });
    expect(task?.purposes[0]).toEqual({ id: 'news', allowed: true, since: CONFIRMED(1), isNew: true });
  });

  test('gives nothing by confirming another purpose, or an order alone', () => {
    const [news, events] = next(subscribed().given(DAY(5), 'r2', ['events']))?.purposes ?? [];
    expect(news).toEqual({ id: 'news', allowed: true, since: CONFIRMED(1) });
    expect(events).toMatchObject({ isNew: true, givenAt: CONFIRMED(5) });
  });

  test('gives nothing by what somebody else reports', () => {
    const tale = told(subscribed().withdrawn(DAY(4), 'r1', ['news']), DAY(4));
    tale.step('ConsentRecorded', DAY(6), { record: 'r2', purposes: ['news'], parts: ['address'] });
    const news = next(tale)?.purposes[0];
    expect(news).toMatchObject({ allowed: true, isNew: true });
    expect(news).not.toHaveProperty('givenAt');
  });
});
