import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/canonical';
import { verifyVouched } from '../verify/vouched';
import { mime } from '../inbox/mails';
import { by, startCorrespondence, today, types, type Correspondence } from './correspondence';

let all: Correspondence;

beforeAll(async () => {
  all = await startCorrespondence();
});
afterEach(() => all.check());
afterAll(() => all.world.stop());

describe('a mail to the address that the privacy notice names', () => {
  test('withdraws where it is certain who wrote and what they want', async () => {
    const person = await all.subscriber();
    await all.post.send({ ...by(person), text: 'Bitte melden Sie mich vom Newsletter ab.', date: today() });
    const [step] = (await all.stepsOf(person)).slice(-2);
    expect(step).toMatchObject({ type: 'ConsentWithdrawn', facts: { via: 'e-mail', provenBy: 'sender' } });
    const [mail] = await all.world.mails(person.email);
    expect(mail?.text).toContain('Newsletter „Produkt“');
    expect(mail?.headers).toMatchObject({ 'auto-submitted': 'auto-generated' });
    expect(mail?.headers).not.toHaveProperty('list-unsubscribe');
    expect((await person.statuses())['newsletter-product']).toBe('ConsentWithdrawn');
    expect(await all.cases()).toEqual([]);
  });

  const COVERED = 'h=From:To:Subject:Date:Content-Type:Content-Transfer-Encoding; bh=x';
  const DKIM = `DKIM-Signature: v=1; a=rsa-sha256; d=example.com; s=x; ${COVERED}; b=x`;
  const FOREIGN = `DKIM-Signature: v=1; a=rsa-sha256; d=mailer.example; s=x; ${COVERED}; b=x`;

  test.each([
    ['DMARC', [], { dmarc: 'PASS', dkim: 'GRAY' }, true],
    ['a signature of the domain, without DMARC', [DKIM], { dmarc: 'GRAY', dkim: 'PASS' }, true],
    ['a signature of another domain', [FOREIGN], { dmarc: 'GRAY', dkim: 'PASS' }, false],
    ['two signatures of which one is another’s', [DKIM, FOREIGN], { dmarc: 'GRAY', dkim: 'PASS' }, false],
    ['a signature that does not fit', [DKIM], { dmarc: 'GRAY', dkim: 'FAIL' }, false],
    ['a signature, while DMARC says no', [DKIM], { dmarc: 'FAIL', dkim: 'PASS' }, false],
    ['nothing but the server (SPF)', [], { dmarc: 'GRAY', dkim: 'GRAY', spf: 'PASS' }, false],
    ['two authors', ['From: other@example.com'], { dmarc: 'PASS' }, false],
    ['another sender', ['Sender: assistant@example.com'], { dmarc: 'PASS' }, false],
    ['a signature over its beginning', [`${DKIM}; l=10`], { dmarc: 'PASS', dkim: 'PASS', spf: 'FAIL' }, false],
    ['a signature, with another subject on top', [DKIM, 'Subject: x'], { dmarc: 'PASS', spf: 'FAIL' }, false],
    ['a signature, with a copy to somebody put in', [DKIM, 'Cc: x@example.org'], { dmarc: 'PASS', spf: 'FAIL' }, false],
  ])('proven by %s', async (_, headers, said: Record<string, string>, isProven) => {
    const person = await all.subscriber();
    await all.post.send({ ...by(person), text: 'Bitte abmelden', headers, date: today() }, said);
    const last = (await all.stepsOf(person)).at(-1);
    expect(last).toMatchObject(
      isProven
        ? { type: 'MailSent', facts: { mail: 'withdrawn' } }
        : { type: 'MailReceived', facts: { reading: 'unproven' } },
    );
    expect(await all.cases()).toHaveLength(isProven ? 0 : 1);
    await all.closeAll();
  });

  test('to somebody else, which anybody could have sent on to us, is nobody’s word to us', async () => {
    const person = await all.subscriber();
    const sentOn = { to: 'datenschutz@demo.example' };
    await all.post.send({ ...by(person), to: 'other@elsewhere.example', text: 'abmelden', date: today() }, sentOn);
    expect((await all.stepsOf(person)).at(-1)).toMatchObject({ facts: { reading: 'unproven' } });
    await all.closeAll();
  });

  test('is nobody’s word where the name shown is another’s address', async () => {
    const person = await all.subscriber();
    const before = await all.stepsOf(person);
    await all.post.send({ from: `"${person.email}" <evil@evil.example>`, text: 'Bitte abmelden' });
    expect(await all.stepsOf(person)).toEqual(before);
    expect(await all.cases()).toHaveLength(1);
    await all.closeAll();
  });

  test.each([
    ['text', { text: `x${'😀'.repeat(60_000)}` }],
    ['subject', { text: 'x'.repeat(200_000), subject: `x${'😀'.repeat(20_000)}` }],
  ])(
    'forged in a person’s name, with a %s that is cut within a character, leaves their evidence good',
    async (_, mail) => {
      const person = await all.subscriber();
      await all.post.send({ ...by(person), ...mail, date: today() }, { dmarc: 'FAIL', dkim: 'FAIL', spf: 'FAIL' });
      expect((await all.stepsOf(person)).at(-1)).toMatchObject({
        type: 'MailReceived',
        facts: { reading: 'unproven' },
      });
      const { bundle } = await all.world.evidence(person.email);
      expect(bundle.entries.map(({ parts }) => parts['mail']?.state)).toContain('disclosed');
      const { claims } = verifyVouched(canonicalJson(bundle));
      expect(claims.flatMap(({ findings }) => findings)).toEqual([]);
      await all.closeAll();
    },
  );

  test('that comes again changes nothing, also after the person has signed up anew', async () => {
    const person = await all.subscriber();
    const raw = mime({ ...by(person), to: 'newsletter@demo.example', text: 'Unsubscribe', date: today() });
    await all.post.sendRaw(raw);
    const after = await all.stepsOf(person);
    await all.post.sendRaw(raw);
    expect(await all.stepsOf(person)).toEqual(after);
    all.world.advance('P3D');
    await person.signUp();
    await person.press(await person.token('confirm'));
    await all.consume();
    const again = await all.stepsOf(person);
    await all.post.sendRaw(raw);
    expect((await all.stepsOf(person, again.length)).filter(({ type }) => type !== 'MailReceived')).toEqual([]);
    expect((await person.statuses())['newsletter-product']).toBe('ConsentGiven');
    await all.closeAll();
  });

  test('carries out what is certain and has somebody read the rest', async () => {
    const person = await all.subscriber();
    const text = 'Bitte melden Sie mich vom Newsletter ab und löschen Sie alle meine Daten.';
    await all.post.send({ ...by(person), text, date: today(), encoding: 'latin1-8bit' });
    expect(types(await all.stepsOf(person)).slice(-3)).toEqual(['ConsentWithdrawn', 'MailSent', 'MailReceived']);
    const [open] = await all.cases();
    const shown = await all.read(open?.case ?? '');
    expect(shown).toMatchObject({ status: 200, reading: 'unclear', provenBy: 'sender' });
    expect(shown['mail']).toMatchObject({ from: person.email, text: `${text}\n` });
    await all.closeAll();
  });

  test('by somebody unknown objects, as nobody needs to have consented for that', async () => {
    const stranger = { email: 'stranger@example.org' };
    await all.post.send({ ...by(stranger), text: 'I object to direct marketing.', date: today() });
    const [objection, answer] = await all.stepsOf(stranger);
    expect(objection).toMatchObject({ type: 'ObjectionRecorded', facts: { via: 'e-mail', provenBy: 'sender' } });
    expect(objection?.purposes.map(({ id }) => id)).not.toContain('service-mail');
    expect(answer).toMatchObject({ type: 'MailSent', facts: { mail: 'withdrawn' } });
    expect(await all.world.mails(stranger.email)).toHaveLength(1);
    await all.post.send({ ...by(stranger), text: 'I object to direct marketing.', date: today() });
    expect(await all.world.mails(stranger.email)).toHaveLength(1);
  });

  test('by somebody unknown who only unsubscribes goes to a person: perhaps it is another address', async () => {
    await all.post.send({ from: 'unknown@example.org', text: 'unsubscribe', date: today() });
    expect(await all.cases()).toHaveLength(1);
    await all.closeAll();
  });

  test('is answered once a day at most, and a person who has nothing left hears that', async () => {
    const person = await all.subscriber();
    await all.post.send({ ...by(person), text: 'abmelden', date: today() });
    await all.post.send({ ...by(person), text: 'unsubscribe', date: today() });
    const answers = async () =>
      (await all.world.mails(person.email)).filter(({ subject }) => /Abmeldung/.test(subject));
    expect(await answers()).toHaveLength(1);
    all.world.advance('P2D');
    await all.post.send({ ...by(person), text: 'abmelden', date: today() });
    expect(await answers()).toHaveLength(2);
    expect((await answers())[0]?.text).toContain('nichts mehr angemeldet');
    expect(await all.cases()).toEqual([]);
  });

  test('that cannot be acknowledged is carried out all the same, and acknowledged when it is delivered again', async () => {
    const person = await all.subscriber();
    const before = (await all.stepsOf(person)).length;
    const raw = mime({ ...by(person), text: 'abmelden', date: today() });
    all.world.mailServiceIsDown(true);
    await expect(all.post.sendRaw(raw, { id: 'again' })).rejects.toThrow();
    expect(types(await all.stepsOf(person, before))).toEqual(['ConsentWithdrawn']);
    expect(await all.world.received.list('', '')).toEqual(['mail/again']);
    all.world.mailServiceIsDown(false);
    await all.post.sendRaw(raw, { id: 'again' });
    expect(types(await all.stepsOf(person, before))).toEqual(['ConsentWithdrawn', 'MailSent']);
  });

  test('a holiday note is kept once a day, and nothing is answered', async () => {
    const person = await all.subscriber();
    const before = (await all.stepsOf(person)).length;
    const note = { ...by(person), subject: 'Abwesenheitsnotiz', text: 'Ich bin nicht da. Newsletter abmelden.' };
    await all.post.send(note);
    await all.post.send(note);
    expect(await all.stepsOf(person, before)).toMatchObject([
      { type: 'MailReceived', facts: { reading: 'automatic' } },
    ]);
    await all.post.send({ ...note, from: 'nobody-here@example.net' });
    expect(await all.stepsOf({ email: 'nobody-here@example.net' })).toEqual([]);
    expect(await all.cases()).toEqual([]);
  });

  test('that is spam is read where the writer is known, and never carried out; a virus is not even kept', async () => {
    const person = await all.subscriber();
    const before = (await all.stepsOf(person)).length;
    const wish = { ...by(person), text: 'abmelden', date: today() };
    await all.post.send(wish, { spam: 'FAIL' });
    await all.post.send(wish, { virus: 'FAIL' });
    await all.post.send({ from: 'spam@example.net', text: 'abmelden' }, { spam: 'FAIL' });
    expect(await all.stepsOf(person, before)).toMatchObject([{ type: 'MailReceived', facts: { reading: 'unclear' } }]);
    expect(await all.cases()).toHaveLength(1);
    await all.closeAll();
  });

  test('that was written before the person consented is about something else', async () => {
    const date = new Date(Date.now() - 3_600_000).toUTCString();
    const person = await all.subscriber();
    await all.post.send({ ...by(person), text: 'abmelden', date });
    expect((await all.stepsOf(person)).at(-1)).toMatchObject({ type: 'MailReceived', facts: { reading: 'unclear' } });
    await all.closeAll();
  });

  test('that is long is kept by what it says, and the hash of all of it', async () => {
    const person = await all.subscriber();
    const raw = mime({
      ...by(person),
      text: `Was kostet das?\n${'x'.repeat(50)}`,
      headers: [`X-Filling: ${'y '.repeat(140_000)}`],
      encoding: 'base64',
    });
    await all.post.sendRaw(raw);
    const [open] = await all.cases();
    const { mail } = await all.read(open?.case ?? '');
    const kept = (mail as { raw: string }).raw;
    expect(Buffer.byteLength(kept)).toBeLessThan(200_000);
    expect(kept).toContain(createHash('sha256').update(raw).digest('base64url'));
    expect(kept).toContain('Was kostet das?');
    await all.closeAll();
  });

  test('in the name of somebody, however often, leaves room for what they write themselves', async () => {
    const person = await all.subscriber();
    for (let n = 0; n < 8; n++)
      await all.post.send({ ...by(person), text: `Frage ${n}` }, { dmarc: 'FAIL', id: `f${n}` });
    expect(await all.cases()).toHaveLength(5);
    expect((await all.world.received.list('', '')).sort()).toEqual(['mail/f5', 'mail/f6', 'mail/f7']);
    const erasure = { ...by(person), text: 'Bitte löschen Sie alle meine Daten.', date: today() };
    for (let n = 0; n < 25; n++) await all.post.send({ ...by(person), text: `Noch eine Frage ${n}` }, { id: `p${n}` });
    await all.post.send(erasure);
    const [last] = (await all.stepsOf(person)).slice(-1);
    expect(last).toMatchObject({ type: 'MailReceived', facts: { reading: 'unclear', provenBy: 'sender' } });
    expect(await all.cases()).toHaveLength(5 + 20 + 1);
    await emptyBucket();
    await all.closeAll();
  });

  test('of whom nobody knows who they are take up fifty cases together, and none of what is proven', async () => {
    const person = await all.subscriber();
    for (let n = 0; n < 55; n++)
      await all.post.send({ from: `x${n}@example.net`, text: 'Hi' }, { dmarc: 'FAIL', id: `x${n}` });
    expect(await all.cases()).toHaveLength(50);
    await all.post.send({ ...by(person), text: 'Wann kommt die nächste Ausgabe?', date: today() });
    expect(await all.cases()).toHaveLength(51);
    await all.post.send({ ...by(person), text: 'Bitte vom Newsletter abmelden.', date: today() });
    expect((await person.statuses())['newsletter-product']).toBe('ConsentWithdrawn');
    await emptyBucket();
    await all.closeAll();
  });

  test('that no program can read is a case, which says so, and is not tried again', async () => {
    const person = await all.subscriber();
    const head = `From: ${person.email}\r\nTo: datenschutz@demo.example\r\nSubject: x\r\nDate: ${today()}\r\n`;
    const nested = [...Array(60).keys()].map(
      (n) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}\r\n`,
    );
    await all.post.sendRaw(Buffer.from(`${head}${nested.join('')}abmelden\r\n`));
    expect((await all.stepsOf(person)).at(-1)).toMatchObject({ facts: { reading: 'unreadable', provenBy: 'sender' } });
    const [open] = await all.cases();
    expect(await all.read(open?.case ?? '')).toMatchObject({ status: 200, reading: 'unreadable' });
    await all.closeAll();
  });

  async function emptyBucket(): Promise<void> {
    for (const key of await all.world.received.list('', '')) await all.world.received.delete(key);
  }
});
