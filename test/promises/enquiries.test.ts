import { keptIn } from './kept';
import { Person, startSystem, type System } from './person';

/* R12: an enquiry is deleted once it is settled. What is left is looked at in the vault itself, which nothing wakes. */

let system: System;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const REASON = { reason: 'Somebody has to read it' };

/** Somebody who wrote a mail that a person has to read, and its case. */
async function asked(site: string, text: string): Promise<{ subject: string; found: string; opened: string }> {
  const person = new Person(system, site);
  await person.signUp({ purposes: ['newsletter'].map((id) => (site === 'notice-004' ? 'newsletter-events' : id)) });
  await person.confirm(1);
  await person.mail(2);
  const date = (await system.visitor.now()).toUTCString().replace('GMT', '+0000');
  const head = [`From: ${person.email}`, `To: ${site}@inbox.example`, 'Subject: Newsletter', `Date: ${date}`];
  const body = [...head, 'Content-Type: text/plain; charset=utf-8', '', text, ''].join('\r\n');
  expect((await system.visitor.get('/_local/mail', { method: 'POST', body })).status).toBe(200);
  const at = `/v1/sites/${site}/cases`;
  const { cases } = await system.visitor.ask<{ cases: { case: string }[] }>('compliance', at);
  const found = `${at}/${cases.at(-1)?.case}`;
  await system.visitor.ask('compliance', found, REASON);
  const { subject } = await person.evidence();
  const [mail] = await ownMails(subject);
  return { subject, found, opened: mail ?? '' };
}

/** What is kept of mails that the person wrote: those of no record. */
async function ownMails(subject: string): Promise<string[]> {
  const parts = await keptIn('Vault', subject, system);
  return parts.map(({ sk }) => sk).filter((sk) => /^[^#]*#mail#/.test(sk) && !/^[\w-]{22}#/.test(sk));
}

const close = (found: string, outcome: string): Promise<unknown> =>
  system.visitor.ask('compliance', `${found}/close`, { ...REASON, outcome });

const isGone = (subject: string): Promise<unknown> =>
  system.visitor.eventually(
    () => ownMails(subject),
    (mails) => mails.length === 0,
    'the mail is still there',
  );

describe('R12: an enquiry is deleted once it is settled', () => {
  test.each(['notice-000', 'notice-001', 'notice-003', 'notice-004'])('%s: at once', async (site) => {
    const { subject, found, opened } = await asked(site, 'Wie kann ich mich abmelden?');
    expect(opened).toContain('#mail#');
    await close(found, 'answered');
    await isGone(subject);
    // That it came, and what came of it, is known for as long as who did what.
    const types = (await keptIn('Ledger', subject, system)).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['MailReceived', 'CaseClosed']));
  });

  test('notice-002: by the yearly review, and so after a year at most', async () => {
    const { subject, found } = await asked('notice-002', 'Wann kommt die nächste Ausgabe?');
    await close(found, 'answered');
    const isSet = (): Promise<readonly { sk: string; expiresAt?: number }[]> => keptIn('Vault', subject, system);
    const now = await system.visitor.now();
    const [mail] = await system.visitor.eventually(
      async () => (await isSet()).filter(({ sk }) => sk.includes('#mail#') && !/^[\w-]{22}#/.test(sk)),
      ([first]) => first?.expiresAt !== undefined && first.expiresAt * 1000 > now.getTime() + 300 * 86_400_000,
      'the mail has another end',
    );
    expect((mail?.expiresAt ?? 0) * 1000).toBeLessThan(now.getTime() + 367 * 86_400_000);
    await system.visitor.advance('P1Y1D');
    await isGone(subject);
  });

  test('what came to a withdrawal is kept as the proof of it (notice-004)', async () => {
    const { subject, found, opened } = await asked('notice-004', 'Wie kann ich mich abmelden?');
    await close(found, 'withdrawal');
    await system.visitor.eventually(
      () => keptIn('Ledger', subject, system),
      (items) => items.some(({ type, expiresAt }) => type === 'CaseClosed' && expiresAt !== undefined),
      'the case has no end yet',
    );
    expect(await ownMails(subject)).toEqual([opened]);
  });
});
