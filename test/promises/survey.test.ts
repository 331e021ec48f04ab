import { endOfDay } from '../../shared/calendar';
import { sites } from '../../examples/sites';
import { keptIn } from './kept';
import { Person, startSystem, type System } from './person';

let system: System;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const SITE = 'notice-004';
const LAST_DAY = sites.find(({ id }) => id === SITE)?.purposes.find(({ id }) => id === 'survey')?.endsOn ?? '';

async function advanceTo(moment: Date): Promise<void> {
  const now = await system.visitor.now();
  await system.visitor.advance(`PT${Math.ceil((moment.getTime() - now.getTime()) / 1000)}S`);
}

async function subscriber(...purposes: string[]): Promise<Person> {
  const person = new Person(system, SITE);
  await person.signUp({ purposes });
  await person.confirm(1);
  return person;
}

const offered = async (): Promise<string[]> => {
  const answer = await system.visitor.get(`/v1/sites/${SITE}/notices`);
  return ((await answer.json()) as { purposes: { id: string }[] }).purposes.map(({ id }) => id);
};

const mailed = async (): Promise<string[]> =>
  (await new Person(system, SITE).audience('survey')).map(({ email }) => email);

const linksFor = async ({ email }: Person): Promise<boolean | undefined> => {
  const path = `/v1/sites/${SITE}/links`;
  const body = { emails: [email], purpose: 'survey' };
  return (await system.visitor.ask<{ recipients: { allowed: boolean }[] }>('marketing', path, body)).recipients[0]
    ?.allowed;
};

test('R13: after the last day of a survey nobody is asked or mailed for it, and its data go (notice-004)', async () => {
  const [alone, both] = [await subscriber('survey'), await subscriber('survey', 'newsletter-events')];
  const { subject } = await alone.evidence();
  await system.visitor.eventually(mailed, ({ length }) => length === 2, 'they are not in the audience');

  await advanceTo(new Date(endOfDay(LAST_DAY).getTime() - 30 * 60 * 1000));
  expect(await alone.allowed()).toMatchObject({ survey: true });
  expect(await linksFor(alone)).toBe(true);
  expect(await offered()).toContain('survey');
  const waiting = new Person(system, SITE);
  await waiting.signUp({ purposes: ['survey'] });
  const late = waiting.link(await waiting.mail(1), 'confirm');
  const told = (await alone.told('brieftapir', 1)).length;

  await advanceTo(endOfDay(LAST_DAY));
  expect(await alone.allowed()).toMatchObject({ survey: false });
  expect(await both.allowed()).toMatchObject({ survey: false, 'newsletter-events': true });
  expect(await linksFor(alone)).toBe(false);
  expect(await mailed()).toEqual([]);
  expect(await offered()).not.toContain('survey');
  const refused = await system.visitor.get(`/v1/sites/${SITE}/signups`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'late@example.org', purposes: ['survey'] }),
  });
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining(`ended on ${LAST_DAY}`)]);
  expect((await system.visitor.get(late, { method: 'POST', headers: { accept: 'text/html' } })).status).toBe(410);
  expect(await waiting.allowed()).toMatchObject({ survey: false });

  // Nothing but the clock: no reading that would wake what is waited for.
  await system.visitor.advance('P1D');
  const messages = await alone.told('brieftapir', told + 1);
  expect(messages.at(-1)?.message.type).toBe('deletion.requested');
  await system.visitor.eventually(
    async () => [...(await keptIn('Ledger', subject, system)), ...(await keptIn('Vault', subject, system))],
    (items) =>
      items.every((item) =>
        /EvidenceDisclosed|ProcessorInformed|DeletionConfirmed|#reading#/.test(JSON.stringify(item)),
      ),
    'what was asked for the survey was not deleted',
  );
  const [record] = (await both.evidence()).records;
  expect(record?.purposes.map(({ id, status }) => [id, status])).toEqual([
    ['newsletter-events', 'ConsentGiven'],
    ['survey', 'ConsentExpired'],
  ]);
  expect(record?.entries.find(({ type }) => type === 'ConsentLapsed')?.facts).toEqual({
    because: 'ends-on',
    endedOn: LAST_DAY,
  });
});
