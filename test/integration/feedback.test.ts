import type { Mail } from '../../local/ses/mail';
import type { Outcome } from '../../local/ses/outcomes';
import type { Entry } from '../../shared/consent/entry';
import { audit } from './audit';
import { allowed, call, newsOf as newsAbout } from './feedback-news';
import { confirmed, journey, type Journey } from './journey';
import { newsOf } from './news';
import { startWorld, type World } from './world';
import { sites } from '../../examples/sites';
import { findSite } from '../../shared/policy/sites';

let world: World;
let consume: () => Promise<void>;
let people = 0;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
});
afterEach(async () => {
  await audit(world);
  world.advance('PT1M');
});
afterAll(() => world.stop());

const someone = (): Journey => journey(world, consume, `mailbox-${(people += 1)}@example.org`);

/** The newest mail to somebody who is signed up for newsletter and analysis, and ordered something. */
async function subscribed(person: Journey): Promise<Mail> {
  await confirmed(person);
  world.advance('PT1M');
  return (await world.mails(person.email))[0] as Mail;
}

async function become(outcome: Outcome, mail: Mail): Promise<void> {
  expect((await call(world, newsAbout(world, mail, outcome))).statusCode).toBe(200);
  await consume();
}

async function entriesOf(person: Journey): Promise<readonly Entry[]> {
  const { bundle } = await world.evidence(person.email);
  return bundle.entries.map(({ entry }) => entry);
}

async function stepsOf(person: Journey): Promise<{ type: string; facts: object }[]> {
  return (await entriesOf(person)).map(({ type, facts }) => ({ type, facts }));
}

describe('a mail that could not be delivered', () => {
  test('for good: the address is mailed no more, and the history says of which mail', async () => {
    const person = someone();
    const mail = await subscribed(person);
    await become('bounce', mail);
    expect(await allowed(world, person.email)).toMatchObject({ 'newsletter-product': false, analysis: false });
    expect(await stepsOf(person)).toContainEqual({
      type: 'MailBounced',
      facts: { bounce: 'permanent', messageId: mail.id },
    });
    // Consent is what it was; nobody took it back.
    expect(await person.statuses()).toMatchObject({ 'newsletter-product': 'ConsentGiven' });
  });

  test('this time: it is counted, and the address is mailed on', async () => {
    const person = someone();
    const mail = await subscribed(person);
    await become('soft-bounce', mail);
    world.advance('PT25H');
    await become('soft-bounce', { ...mail, id: 'another-mail' });
    expect((await stepsOf(person)).filter(({ type }) => type === 'MailBounced')).toHaveLength(2);
    expect(await allowed(world, person.email)).toMatchObject({ 'newsletter-product': true });
  });

  test('however often it is told, and of however many mails: once for good, once a day', async () => {
    const person = someone();
    const mail = await subscribed(person);
    for (const outcome of ['soft-bounce', 'bounce'] as const) {
      const news = newsAbout(world, mail, outcome);
      await Promise.all([call(world, news), call(world, news)]);
      await become(outcome, mail);
      await become(outcome, { ...mail, id: 'another-mail' });
    }
    const bounces = (await stepsOf(person)).filter(({ type }) => type === 'MailBounced');
    expect(bounces.map(({ facts }) => (facts as { bounce: string }).bounce)).toEqual(['transient', 'permanent']);
  });

  test('says nothing of whom nobody knows', async () => {
    const before = await world.items('ledger');
    const mail = { id: 'x', at: new Date().toISOString(), to: ['nobody@example.org'], from: 'news@demo.example' };
    await become('bounce', { ...mail, tags: {} } as unknown as Mail);
    await become('complaint', { ...mail, tags: { subject: 'AAECAwQFBgcICQoLDA0ODw' } } as unknown as Mail);
    expect(await world.items('ledger')).toEqual(before);
  });
});

describe('a mail that was reported as spam', () => {
  test('withdraws all there is, as the person’s own step', async () => {
    const person = someone();
    const mail = await subscribed(person);
    await become('complaint', mail);
    expect(await person.statuses()).toMatchObject({
      'newsletter-product': 'ConsentWithdrawn',
      analysis: 'ConsentWithdrawn',
    });
    const withdrawal = (await entriesOf(person)).find(({ type }) => type === 'ConsentWithdrawn');
    expect(withdrawal).toMatchObject({ actor: { kind: 'subject' }, facts: { via: 'complaint', messageId: mail.id } });
    expect(await allowed(world, person.email)).toMatchObject({ 'newsletter-product': false, analysis: false });
  });

  test('of a request that nobody confirmed yet: that is over, too', async () => {
    const person = someone();
    await person.signUp();
    const token = await person.token('confirm');
    await become('complaint', (await world.mails(person.email))[0] as Mail);
    expect((await person.press(token)).body).not.toContain('newsletter');
    expect(await person.statuses()).toMatchObject({ 'newsletter-product': 'ConsentRefused' });
  });

  test('told late, or once more, takes nothing back that was given since', async () => {
    const person = someone();
    const mail = await subscribed(person);
    const news = newsAbout(world, mail, 'complaint');
    expect((await call(world, news)).statusCode).toBe(200);
    world.advance('PT20M');
    await person.signUp();
    expect((await person.press(await person.token('confirm'))).statusCode).toBe(200);
    expect((await call(world, news)).statusCode).toBe(200);
    expect(await allowed(world, person.email)).toMatchObject({ 'newsletter-product': true, analysis: true });
  });

  test.each(['not-spam', 'auth-failure', 'virus'])('a report of the kind "%s" is no complaint', async (kind) => {
    const person = someone();
    const mail = await subscribed(person);
    const news = newsAbout(world, mail, 'complaint');
    const text = news.Message.replace('"abuse"', JSON.stringify(kind));
    expect((await call(world, world.topic.notification(text))).statusCode).toBe(200);
    expect(await allowed(world, person.email)).toMatchObject({ 'newsletter-product': true });
  });
});

describe('a mail that somebody else sent through the same configuration set', () => {
  const newsletter = (to: string[], from = 'Demo <NEWS@demo.example>'): Mail =>
    ({ id: 'newsletter-7', at: new Date().toISOString(), to, from, tags: {} }) as unknown as Mail;

  test('is about whom it went to, at the site whose sender it is from', async () => {
    const person = someone();
    await subscribed(person);
    const { address } = findSite(sites, 'demo')!.sender;
    await become('bounce', newsletter([person.email.toUpperCase()], 'Somebody else <news@elsewhere.example>'));
    expect(await allowed(world, person.email)).toMatchObject({ 'newsletter-product': true });
    await become('bounce', newsletter([person.email.toUpperCase()], `Demo <${address.toUpperCase()}>`));
    expect(await allowed(world, person.email)).toMatchObject({ 'newsletter-product': false });
  });

  test('is nobody’s complaint for certain where several may have made it', async () => {
    const [one, other] = [someone(), someone()];
    await subscribed(one);
    await subscribed(other);
    await become('complaint', newsletter([one.email, other.email], findSite(sites, 'demo')!.sender.address));
    expect(await allowed(world, one.email)).toMatchObject({ 'newsletter-product': true });
  });
});

describe('what a sender’s tool reports', () => {
  const report = (body: object) => world.call('reports', 'feedback-report', { body, operator: 'mailing-tool' });

  test('a permanent bounce ends mail, a complaint ends consent, each in the name of who says so', async () => {
    const [bouncing, complaining] = [someone(), someone()];
    await subscribed(bouncing);
    await subscribed(complaining);
    const bounce = await report({ kind: 'permanent-bounce', emails: [bouncing.email, 'nobody@example.org'] });
    expect([bounce.statusCode, bounce.body]).toEqual([200, '{"reported":2,"recorded":1}']);
    const complaint = await report({ kind: 'complaint', emails: [complaining.email] });
    expect(complaint.body).toBe('{"reported":1,"recorded":1}');
    await consume();
    expect(await allowed(world, bouncing.email)).toMatchObject({ 'newsletter-product': false });
    expect((await entriesOf(complaining)).find(({ type }) => type === 'ConsentWithdrawn')).toMatchObject({
      actor: { kind: 'operator', id: 'mailing-tool' },
      facts: { via: 'complaint' },
    });
  });

  test('can name people by the ids that the audience gives, at their own site alone', async () => {
    const person = someone();
    await subscribed(person);
    const { subject: id } = await world.evidence(person.email);
    const body = { kind: 'complaint', ids: [id, id] };
    const foreign = await world.call('reports', 'feedback-report', { body, params: { site: 'notice-001' } });
    expect(foreign.body).toBe('{"reported":1,"recorded":0}');
    expect((await report({ kind: 'permanent-bounce', ids: [id] })).body).toBe('{"reported":1,"recorded":1}');
    expect((await report(body)).body).toBe('{"reported":1,"recorded":1}');
  });

  test('says nothing new the second time', async () => {
    const person = someone();
    await subscribed(person);
    for (const kind of ['transient-bounce', 'permanent-bounce', 'complaint']) {
      expect((await report({ kind, emails: [person.email] })).body).toBe('{"reported":1,"recorded":1}');
      expect((await report({ kind, emails: [person.email] })).body).toBe('{"reported":1,"recorded":0}');
    }
  });

  test.each([
    [{ kind: 'bounce', emails: ['anna@example.org'] }, '/kind'],
    [{ kind: 'complaint', emails: ['anna'] }, '/emails/0'],
    [{ kind: 'complaint', emails: [] }, '/emails'],
    [{ kind: 'complaint' }, '/emails'],
    [{ kind: 'complaint', ids: ['anna@example.org'] }, '/ids/0'],
    [{ kind: 'complaint', emails: ['anna@example.org'], at: '2099-01-01T00:00:00Z' }, '/at'],
  ])('is refused as a whole where something is wrong: %j', async (body, pointer) => {
    const answer = await report(body);
    expect(answer.statusCode).toBe(422);
    expect((JSON.parse(answer.body) as { errors: { pointer: string }[] }).errors[0]?.pointer).toBe(pointer);
    expect(answer.body).not.toContain('anna');
  });
});

describe('who signs up again', () => {
  test.each(['bounce', 'complaint'] as const)(
    'after a %s is asked again, and both histories stand side by side',
    async (outcome) => {
      const person = someone();
      await become(outcome, await subscribed(person));
      world.advance('P1D');
      await person.signUp();
      const token = await person.token('confirm');
      expect(await allowed(world, person.email)).toMatchObject({ 'newsletter-product': false });
      world.advance('PT1M');
      expect((await person.press(token)).statusCode).toBe(200);
      await consume();
      expect(await allowed(world, person.email)).toMatchObject({ 'newsletter-product': true, analysis: true });
      const answer = await world.call('audience', 'audience', { params: { purpose: 'newsletter-product' } });
      expect(answer.body).toContain(person.email);
      const types = (await stepsOf(person)).map(({ type }) => type);
      const [gave, ended] = [types.indexOf('ConsentGiven'), types.findIndex((t) => /Bounced|Withdrawn/.test(t))];
      expect(gave).toBeLessThan(ended);
      expect(types.slice(ended)).toEqual(
        expect.arrayContaining(['ConsentRequested', outcome === 'bounce' ? 'RenewedConsentGiven' : 'ConsentGiven']),
      );
    },
  );
});
