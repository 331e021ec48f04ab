import { by, startCorrespondence, today, types, type Correspondence } from './correspondence';
import { INBOX_DOMAIN } from './post';
import { readLocalPart, writeLocalPart } from '../../shared/links/inbox-address';
import { rotate } from '../../shared/links/key-ring';

let all: Correspondence;

beforeAll(async () => {
  all = await startCorrespondence();
});
afterEach(() => all.check());
afterAll(() => all.world.stop());

describe('the address to unsubscribe by', () => {
  test('is beside the HTTPS one, and ends what that does', async () => {
    const person = await all.subscriber();
    const [welcome] = await all.world.mails(person.email);
    expect(welcome?.headers['list-unsubscribe']).toMatch(
      /^<https:\/\/consent\.example\.com\/unsubscribe\/[\w-]+>, <mailto:u-[a-z2-7]{61}@inbox\.example\?subject=unsubscribe>$/,
    );
    const to = await all.unsubscribeAddress(person);
    await all.post.send({ ...by(person), to, subject: 'unsubscribe', date: today() });
    const [step, mail] = (await all.stepsOf(person)).slice(-2);
    expect(step).toMatchObject({
      type: 'ConsentWithdrawn',
      actor: { kind: 'subject' },
      facts: { via: 'e-mail', provenBy: 'address' },
    });
    expect(step?.purposes.map(({ id }) => id).sort()).toEqual(['analysis', 'newsletter-product']);
    expect(Object.keys(step?.parts ?? {})).toEqual(['mail']);
    expect(mail?.facts).toMatchObject({ mail: 'withdrawn' });
    expect((await all.world.mails(person.email))[0]?.subject).toMatch(/^Ihre Abmeldung/);
  });

  test('what it ends counts from the day on which the mail came, however late that is seen to', async () => {
    const person = await all.subscriber();
    const to = await all.unsubscribeAddress(person);
    const came = new Date().toISOString().slice(0, 'yyyy-mm-dd'.length);
    await all.post.send({ ...by(person), to, subject: 'unsubscribe', date: today() }, {}, 6 * 24 * 60 * 60 * 1000);
    expect((await all.stepsOf(person)).at(-2)).toMatchObject({
      type: 'ConsentWithdrawn',
      facts: { via: 'e-mail', receivedOn: came },
    });
    const other = await all.subscriber();
    await all.post.send({ ...by(other), to: await all.unsubscribeAddress(other), date: today() });
    expect((await all.stepsOf(other)).at(-2)?.facts).not.toHaveProperty('receivedOn');
  });

  test('is good for whoever has it, whatever the service says of the sender, and in any letter case', async () => {
    const person = await all.subscriber();
    const to = (await all.unsubscribeAddress(person)).toUpperCase();
    await all.post.send({ from: 'someone@else.example', to, subject: '' }, { dmarc: 'FAIL', dkim: 'FAIL', to });
    expect((await all.stepsOf(person)).slice(-2)).toMatchObject([
      { type: 'ConsentWithdrawn', facts: { provenBy: 'address' } },
      { type: 'MailSent', facts: { mail: 'withdrawn' } },
    ]);
    // The answer goes to the person, not to whoever wrote.
    expect(await all.world.mails('someone@else.example')).toEqual([]);
  });

  test('is good after the person has moved, and after the key that signed it was replaced', async () => {
    const person = await all.subscriber();
    const to = await all.unsubscribeAddress(person);
    const ring = await all.world.deps.links.keyRing();
    const said = readLocalPart(to.split('@')[0] ?? '', ring);
    expect(readLocalPart(to.split('@')[0] ?? '', rotate(ring, 'new'))).toEqual(said);
    expect(said && writeLocalPart(said, { ...ring, current: 2 })).not.toBe(to.split('@')[0]);
    const newEmail = `moved-${person.email}`;
    const order = { email: person.email, reason: 'A letter', newEmail };
    expect((await all.world.call('subjects', 'subjects-rectifications', { body: order })).statusCode).toBe(200);
    const moved = all.another(newEmail);
    await moved.press(await moved.token('confirm'));
    await all.consume();
    await all.post.send({ ...by(person), to, date: today() });
    expect(types(await all.stepsOf(moved)).slice(-2)).toEqual(['ConsentWithdrawn', 'MailSent']);
  });

  test.each([
    ['changed', (local: string) => local.replace(/^u-./, (start) => `u-${start.endsWith('a') ? 'b' : 'a'}`)],
    ['cut off', (local: string) => local.slice(0, -1)],
    ['made up', () => `u-${'a'.repeat(61)}`],
  ])('changes nothing when it is %s', async (_, change) => {
    const person = await all.subscriber();
    const [local = ''] = (await all.unsubscribeAddress(person)).split('@');
    const before = await all.world.items('ledger');
    const to = `${change(local)}@${INBOX_DOMAIN}`;
    await all.post.send({ ...by(person), to, subject: 'unsubscribe' }, { to });
    expect(await all.world.items('ledger')).toEqual(before);
    expect(await all.cases()).toEqual([]);
  });

  test('does not end anything by a bounce or a holiday note, nor where somebody writes that it is not to', async () => {
    const person = await all.subscriber();
    const to = await all.unsubscribeAddress(person);
    const before = (await all.stepsOf(person)).length;
    await all.post.send({ ...by(person), to, headers: ['Auto-Submitted: auto-replied'], text: 'unsubscribe' });
    await all.post.send({ from: 'MAILER-DAEMON@mail.example.com', to, text: 'unsubscribe' }, { from: '<>' });
    await all.post.send({ ...by(person), to, text: 'Please do not unsubscribe me!' });
    expect(await all.stepsOf(person, before)).toMatchObject([
      { type: 'MailReceived', facts: { reading: 'unclear', provenBy: 'address' } },
      { type: 'MailReceived', facts: { reading: 'unclear', provenBy: 'address' } },
      { type: 'MailReceived', facts: { reading: 'unclear', provenBy: 'address' } },
    ]);
    await all.closeAll();
  });
});
