import type { Entry } from '../../shared/consent/entry';
import { Person, startSystem, type System } from './person';

/*
 * Who left, by whichever way, and signs up again: asked anew, heard anew, and both histories are there.
 */

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const NEWS = 'newsletter-product';

async function subscribed(): Promise<Person> {
  const person = new Person(system, 'demo');
  await person.signUp({ purposes: [NEWS], language: 'de' });
  await person.confirm(1);
  await person.mail(2);
  return person;
}

async function tell(email: string, outcome: string): Promise<void> {
  const answer = await system.visitor.get('/_local/feedback', {
    method: 'POST',
    body: JSON.stringify({ email, outcome }),
  });
  expect(answer.status).toBe(200);
}

const WAYS: Readonly<Record<string, (person: Person) => Promise<unknown>>> = {
  'mail came back for good': ({ email }) => tell(email, 'bounce'),
  'a mail was reported as spam': ({ email }) => tell(email, 'complaint'),
  'the mail program’s button was pressed': async (person) =>
    person.oneClick(person.link(await person.mail(2), 'unsubscribe')),
  'a mail said so': ({ email }) => {
    const lines = [
      `From: ${email}`,
      'To: datenschutz@demo.example',
      'Subject: Abmelden',
      '',
      'Bitte melden Sie mich ab.',
      '',
    ];
    return system.visitor.get('/_local/mail?to=datenschutz%40demo.example', {
      method: 'POST',
      body: lines.join('\r\n'),
    });
  },
};

async function entriesOf(person: Person): Promise<readonly Entry[]> {
  const { bundle } = await person.evidence();
  return bundle.entries.map(({ entry }) => entry);
}

test.each(Object.keys(WAYS))('after %s: a double opt-in like the first, and the history of both', async (way) => {
  const person = await subscribed();
  await WAYS[way]!(person);
  const left = await system.visitor.eventually(
    () => person.allowed(),
    (allowed) => !allowed[NEWS],
    'mail was still allowed',
  );
  expect(left).toMatchObject({ [NEWS]: false });
  const before = await entriesOf(person);

  await system.visitor.advance('P1D');
  const count = (await person.mails()).length;
  await person.signUp({ purposes: [NEWS], language: 'de' });
  await person.mail(count + 1);
  expect(await person.allowed()).toMatchObject({ [NEWS]: false });
  await person.confirm(count + 1);
  expect(await person.allowed()).toMatchObject({ [NEWS]: true });
  const readers = await system.visitor.eventually(
    () => person.audience(NEWS),
    (recipients) => recipients.some(({ email }) => email === person.email),
    'the person did not come back into the audience',
  );
  expect(readers.filter(({ email }) => email === person.email)).toHaveLength(1);

  const after = await entriesOf(person);
  expect(after.slice(0, before.length)).toEqual(before);
  const since = after.slice(before.length).map(({ type }) => type);
  expect(since.find((type) => type.endsWith('ConsentGiven'))).toBeDefined();
  expect(since.indexOf('ConsentRequested')).toBeLessThan(since.findIndex((type) => type.endsWith('ConsentGiven')));
});

test('whom the simulator of the mail service lets bounce is never mailed again, and who complains at once is heard at once', async () => {
  for (const name of ['bounce', 'complaint']) {
    const email = `${name}@simulator.amazonses.com`;
    const body = JSON.stringify({ email, purposes: [NEWS], language: 'en' });
    const headers = { 'content-type': 'application/json' };
    await system.visitor.get('/v1/sites/demo/signups', { method: 'POST', headers, body });
    const history = await system.visitor.eventually(
      () =>
        system.visitor.ask<{ entries: { entry: Entry }[] }>('compliance', '/v1/sites/demo/evidence', {
          email,
          reason: 'A test of the simulator',
        }),
      ({ entries }) => entries.some(({ entry }) => /MailBounced|ConsentRefused/.test(entry.type)),
      'nothing was told',
    );
    const ending = history.entries.find(({ entry }) => /MailBounced|ConsentRefused/.test(entry.type))?.entry;
    expect(ending?.facts).toMatchObject(name === 'bounce' ? { bounce: 'permanent' } : { via: 'complaint' });
  }
});

test('what nobody signed is refused, and no address of it is found in a log', async () => {
  const person = await subscribed();
  const body = JSON.stringify({ Type: 'Notification', Message: person.email });
  expect((await system.visitor.get('/feedback/ses', { method: 'POST', body })).status).toBe(403);
  expect(JSON.stringify(await system.logged())).not.toContain(person.email);
  expect(await person.allowed()).toMatchObject({ [NEWS]: true });
});
