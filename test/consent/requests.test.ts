import { receivedOn, requestsOf } from '../../shared/consent/requests';
import { standingOf } from '../../shared/consent/standing';
import { Tale } from './tale';

const [A, B] = ['A'.repeat(22), 'B'.repeat(22)];
const letter = (tale = new Tale()): Tale =>
  tale.step('RequestReceived', '2026-01-31T10:00:00Z', {
    facts: { case: A, wish: 'erasure', via: 'letter', receivedOn: '2026-01-30' },
    parts: ['reason'],
  });

test('a request is due a month after it arrived, by the calendar, and two months later once that was said', () => {
  expect(requestsOf(letter().entries)).toMatchObject([
    { case: A, receivedOn: '2026-01-30', via: 'letter', wish: 'erasure', due: '2026-02-28', isExtended: false },
  ]);
  const extended = letter().step('RequestNoted', '2026-02-10T10:00:00Z', {
    facts: { case: A, did: 'extended', informedOn: '2026-02-10' },
  });
  expect(requestsOf(extended.entries)).toMatchObject([{ due: '2026-04-30', isExtended: true }]);
});

test('a mail of the inbox is one as well: due a month after it came', () => {
  const tale = new Tale().step('MailReceived', '2026-03-31T21:30:00Z', {
    facts: { reading: 'unclear', provenBy: 'sender', case: B },
    parts: ['mail'],
  });
  // 23:30 in summer time.
  expect(requestsOf(tale.entries)).toMatchObject([
    { case: B, receivedOn: '2026-03-31', via: 'e-mail', reading: 'unclear', provenBy: 'sender', due: '2026-04-30' },
  ]);
  expect(requestsOf(tale.entries)[0]).not.toHaveProperty('wish');
});

test('an automatic reply is none', () => {
  const tale = new Tale().step('MailReceived', '2026-03-31T21:30:00Z', { facts: { reading: 'automatic' } });
  expect(requestsOf(tale.entries)).toEqual([]);
});

test('it tells what was done for it, and for no other, who asks, and which letters were made', () => {
  const tale = letter();
  tale.step('RequestNoted', '2026-02-01T10:00:00Z', {
    facts: { case: A, did: 'identity-checked', identity: 'document' },
  });
  tale.step('DataErased', '2026-02-02T10:00:00Z', { facts: { forCase: A, identity: 'lawyer' } });
  tale.step('ProcessingRestricted', '2026-02-03T10:00:00Z', { facts: { forCase: B } });
  tale.step('PersonInformed', '2026-02-04T10:00:00Z', { facts: { letter: 'erasure', template: '1', forCase: A } });
  expect(requestsOf(tale.entries)).toMatchObject([
    { identity: 'lawyer', done: [{ what: 'DataErased' }], letters: [{ what: 'erasure' }] },
  ]);
});

test('it is closed until it is opened again', () => {
  const tale = letter();
  tale.step('CaseClosed', '2026-02-04T10:00:00Z', { facts: { case: A, outcome: 'erasure' } });
  expect(requestsOf(tale.entries)[0]?.closed).toEqual({ at: '2026-02-04T10:00:00.000Z', outcome: 'erasure' });
  expect(standingOf(tale.entries).cases).toEqual([]);
  tale.step('RequestNoted', '2026-02-05T10:00:00Z', { facts: { case: A, did: 'reopened' } });
  expect(requestsOf(tale.entries)[0]).not.toHaveProperty('closed');
  expect(standingOf(tale.entries).cases.map(({ id }) => id)).toEqual([A]);
});

test('who asks is known from the start, or from when somebody made sure of it, or not at all', () => {
  const [request] = requestsOf(letter().entries);
  expect(request).not.toHaveProperty('identity');
  const known = (): Tale =>
    new Tale().step('RequestReceived', '2026-01-31T10:00:00Z', {
      facts: { case: A, wish: 'erasure', identity: 'reply-to-address' },
    });
  expect(requestsOf(known().entries)).toMatchObject([{ identity: 'reply-to-address', via: 'letter' }]);
  expect(requestsOf(known().entries)[0]?.receivedOn).toBe('2026-01-31');
  const checked = known().step('RequestNoted', '2026-02-01T10:00:00Z', {
    facts: { case: A, did: 'identity-checked', identity: 'document' },
  });
  expect(requestsOf(checked.entries)).toMatchObject([{ identity: 'document', isExtended: false, due: '2026-02-28' }]);
});

test('who read what was written for something else did nothing for it', () => {
  const read = letter().step('EvidenceDisclosed', '2026-02-01T10:00:00Z', {
    facts: { case: A, forCase: B, identity: 'document' },
  });
  expect(requestsOf(read.entries)).toMatchObject([{ done: [] }]);
  expect(requestsOf(read.entries)[0]).not.toHaveProperty('identity');
});

test('once it is closed it stays so, whatever else is noted or written because of it', () => {
  const closed = letter().step('CaseClosed', '2026-02-04T10:00:00Z', { facts: { case: A, outcome: 'erasure' } });
  closed.step('RequestNoted', '2026-02-05T10:00:00Z', { facts: { case: A, did: 'identity-checked' } });
  closed.step('PersonInformed', '2026-02-06T10:00:00Z', { facts: { letter: 'erasure', template: '1', forCase: A } });
  expect(requestsOf(closed.entries)).toMatchObject([{ closed: { outcome: 'erasure' } }]);
});

test('of several requests each has its own day, and its own end', () => {
  const two = letter().step('RequestReceived', '2026-02-03T10:00:00Z', {
    facts: { case: B, wish: 'access', via: 'phone', receivedOn: '2026-02-02' },
  });
  expect([A, B, 'C'].map((id) => receivedOn(two.entries, id))).toEqual(['2026-01-30', '2026-02-02', undefined]);
  two.step('CaseClosed', '2026-02-05T10:00:00Z', { facts: { case: B, outcome: 'access' } });
  expect(requestsOf(two.entries).map(({ closed }) => closed?.outcome)).toStrictEqual([undefined, 'access']);
});
