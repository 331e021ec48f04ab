import { carriedOut } from '../../shared/consent/carried-out';
import { Tale } from './tale';

const subscriber = (): Tale => new Tale().given('2026-01-10T10:00:00Z', 'r1', ['news']);
const ended = (tale: Tale, facts: object): Tale =>
  tale.step('ConsentWithdrawn', '2026-02-01T10:00:00Z', { record: 'r1', purposes: ['news'], facts });

test('a mail that was understood is carried out once, with what proves who wrote', () => {
  const tale = ended(subscriber(), { via: 'e-mail', messageId: 'm1', provenBy: 'sender' });
  expect(carriedOut(tale.entries)).toEqual([
    {
      ...{ id: 'm1', at: '2026-02-01T10:00:00.000Z', wish: 'withdrawal', isMail: true, provenBy: 'sender' },
      steps: [tale.entries.at(-1)?.seq],
    },
  ]);
});

test('several steps of one request are one, and the last says what it was', () => {
  const tale = ended(subscriber(), { request: 'q' });
  tale.step('DataErased', '2026-02-01T10:00:01Z', { facts: { request: 'q' } });
  const [first, second] = tale.entries.slice(-2).map(({ seq }) => seq);
  expect(carriedOut(tale.entries)).toEqual([
    { id: 'q', at: '2026-02-01T10:00:00.000Z', wish: 'erasure', isMail: false, steps: [first, second] },
  ]);
});

test.each([
  ['by a link', { via: 'page' }],
  ['by the button of a mail program', { via: 'one-click' }],
  ['by a complaint, which names the mail', { via: 'complaint', messageId: 'm1' }],
])('who left %s turned to nobody', (_, facts) => {
  expect(carriedOut(ended(subscriber(), facts).entries)).toEqual([]);
});

test('what an operator did because of a mail is theirs', () => {
  const tale = ended(subscriber(), { via: 'e-mail', messageId: 'm1' });
  const operator = { kind: 'operator', id: 'operator-1' } as const;
  expect(carriedOut(tale.entries.map((entry) => ({ ...entry, actor: operator })))).toEqual([]);
});
