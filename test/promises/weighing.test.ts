import { Person, startSystem, type System } from './person';

/* P9: an objection for reasons of one's own situation (Art. 21(1) GDPR). */

let system: System;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const SITES = [
  ['notice-000', 'newsletter'],
  ['notice-001', 'newsletter'],
  ['notice-004', 'newsletter-events'],
] as const;
const TOLD = { via: 'letter', receivedOn: '2025-11-03' };
const GROUNDS = 'Ohne diese Nachrichten ist der laufende Kurs nicht zu halten';

async function subscriber(site: string, purpose: string): Promise<Person> {
  const person = new Person(system, site);
  await person.signUp({ purposes: [purpose] });
  await person.confirm(1);
  await person.mail(2);
  return person;
}

const inAudience = async (person: Person, purpose: string): Promise<boolean> =>
  (await person.audience(purpose)).some(({ email }) => email === person.email);

const becomes = (person: Person, purpose: string, wanted: boolean): Promise<unknown> =>
  system.visitor.eventually(
    () => inAudience(person, purpose),
    (is) => is === wanted,
    `${person.email} is ${wanted ? 'not' : 'still'} in the audience`,
  );

describe('P9: nothing is mailed while an objection for reasons of one’s own is weighed, and the outcome is told', () => {
  test.each(SITES)('%s: refused, with the grounds, and where to turn to', async (site, purpose) => {
    const person = await subscriber(site, purpose);
    await person.order('weighings', TOLD);
    expect((await person.allowed())[purpose]).toBe(false);
    await becomes(person, purpose, false);
    expect((await person.mails()).length).toBe(2);
    const { done } = await person.order('weighings', { reason: GROUNDS, decision: 'refused' });
    expect(done).toMatchObject([{ type: 'ObjectionDecided' }]);
    const { text } = await person.mail(3);
    for (const said of [GROUNDS, 'Art. 77 DSGVO', 'Art. 79 DSGVO', 'Aufsicht']) expect(text).toContain(said);
    expect((await person.allowed())[purpose]).toBe(true);
    await becomes(person, purpose, true);
  });

  test.each(SITES)('%s: upheld, the person is told, and an objection stands from then on', async (site, purpose) => {
    const person = await subscriber(site, purpose);
    await person.order('weighings', TOLD);
    await person.order('weighings', { reason: 'Die Gründe überzeugen', decision: 'upheld' });
    // Also where everything goes at once, the mail goes before.
    expect((await person.mail(3)).text).toContain('Die Gründe überzeugen');
    await system.visitor.eventually(
      async () => (await person.evidence()).bundle.entries.map(({ entry }) => entry),
      (all) => all.some(({ type }) => type === 'ObjectionRecorded'),
      'no objection stands',
    );
    expect((await person.allowed())[purpose]).toBe(false);
    // An import brings nobody back.
    const again = { purposes: [purpose], version: '2026-02', source: 'import', reference: 'list' };
    expect(await person.report('consents', again)).toBeGreaterThanOrEqual(400);
  });

  test('a mail becomes a case, and closing it begins the weighing; the access report says so (notice-004)', async () => {
    const person = await subscriber('notice-004', 'newsletter-events');
    const date = (await system.visitor.now()).toUTCString().replace('GMT', '+0000');
    const head = [`From: ${person.email}`, 'To: notice-004@inbox.example', 'Subject: Widerspruch', `Date: ${date}`];
    const text = 'Aus Gründen, die sich aus meiner besonderen Situation ergeben: Geht das auch anders?';
    const body = [...head, 'Content-Type: text/plain; charset=utf-8', '', text, ''].join('\r\n');
    await system.visitor.get('/_local/mail', { method: 'POST', body });
    const at = '/v1/sites/notice-004/cases';
    const { cases } = await system.visitor.ask<{ cases: { case: string }[] }>('compliance', at);
    const closing = { reason: 'Somebody has to read it', outcome: 'weighing' };
    await system.visitor.ask('compliance', `${at}/${cases.at(-1)?.case}/close`, closing);
    expect((await person.allowed())['newsletter-events']).toBe(false);
    const path = '/v1/sites/notice-004/subjects/access';
    const answer = await system.visitor.get(path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await system.visitor.token('compliance')}`,
        accept: 'application/json',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ email: person.email, reason: 'letter' }),
    });
    const report = (await answer.json()) as {
      standing: { weighed: { purpose: string }[] };
      records: { purposes: { statusText: string }[] }[];
    };
    expect(report.standing.weighed.map(({ purpose }) => purpose)).toContain('newsletter-events');
    expect(report.records[0]?.purposes[0]?.statusText).toContain('Art. 21 Abs. 1 DSGVO');
  });
});
