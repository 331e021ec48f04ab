import { keptIn } from './kept';
import { Person, startSystem, type System } from './person';

let system: System;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

async function subscriber(): Promise<Person> {
  const person = new Person(system, 'notice-001');
  await person.signUp({ purposes: ['newsletter'] });
  await person.confirm(1);
  await person.told('brieftapir', 1);
  return person;
}

test('W7: after withdrawal deleted here and at the processor that mails, whose confirmation is kept (notice-001)', async () => {
  const person = await subscriber();
  const { subject } = await person.evidence();
  await person.press(person.link(await person.mail(2), 'unsubscribe'));
  const [subscription, deletion] = await person.told('brieftapir', 2);
  expect(subscription).toMatchObject({ verified: true, message: { type: 'permissions.changed' } });
  expect(deletion).toMatchObject({
    verified: true,
    message: { type: 'deletion.requested', data: { site: 'notice-001', id: subject, email: person.email } },
  });
  const parts = await system.visitor.eventually(
    () => keptIn('Vault', subject, system),
    (items) => !items.some(({ sk }) => sk.includes('#address#')),
    'the address was not deleted',
  );
  expect(JSON.stringify(parts)).not.toContain(person.email);
  await system.visitor.eventually(
    () => keptIn('Ledger', subject, system),
    (items) => !items.some(({ type }) => type === 'ConsentGiven'),
    'the steps were not deleted',
  );
  const { bundle, records } = await person.evidence();
  expect(records).toEqual([]);
  const confirmed = bundle.entries.filter(({ entry }) => entry.type === 'DeletionConfirmed');
  expect(confirmed.map(({ entry }) => entry.facts)).toMatchObject([{ processor: 'brieftapir' }]);
});

test('W7: a processor that is down is told later, and only then everything is deleted here', async () => {
  const person = await subscriber();
  const { subject } = await person.evidence();
  const answerWith = (status: number) =>
    system.visitor.get('/_local/processors/notice-001/brieftapir', { method: 'PUT', body: JSON.stringify({ status }) });
  const address = async () => JSON.stringify(await keptIn('Vault', subject, system)).includes(person.email);
  await answerWith(503);
  await person.press(person.link(await person.mail(2), 'unsubscribe'));
  expect(await person.allowed()).toMatchObject({ newsletter: false });
  await system.visitor.advance('P2D');
  expect(await address()).toBe(true);
  await answerWith(200);
  await system.visitor.advance('PT30M');
  expect(await person.told('brieftapir', 2)).toMatchObject([{}, { message: { type: 'deletion.requested' } }]);
  await system.visitor.eventually(address, (isThere) => !isThere, 'the address was not deleted');
});

test('W8: each of several processors learns of what concerns it, and of nothing else (notice-004)', async () => {
  const person = new Person(system, 'notice-004');
  await person.signUp({ purposes: ['newsletter-events', 'product-updates'] });
  await person.confirm(1);
  const purposesTold = async (processor: string) =>
    (await person.told(processor, 1)).map(({ message }) => message.data['purposes']);
  expect(await purposesTold('brieftapir')).toMatchObject([
    [
      { id: 'newsletter-working-time', allowed: false },
      { id: 'newsletter-events', allowed: true },
      { id: 'survey', allowed: false },
      { id: 'similar-offers', allowed: false },
    ],
  ]);
  expect(await purposesTold('meldeluchs')).toMatchObject([[{ id: 'product-updates', allowed: true }]]);
  await person.order('withdrawals', { via: 'letter', receivedOn: '2026-01-15', purposes: ['product-updates'] });
  const told = await person.told('meldeluchs', 2);
  expect(told.map(({ message }) => message.type)).toEqual(['permissions.changed', 'deletion.requested']);
  expect(await person.told('brieftapir', 1)).toHaveLength(1);
});
