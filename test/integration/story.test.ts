import { audit } from './audit';
import { startWorld, tokenOf, type World } from './world';

const EMAIL = 'erika.mustermann@example.com';
let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterEach(async () => {
  await audit(world);
  world.advance('PT1M');
});
afterAll(() => world.stop());

async function permitted(site = 'demo'): Promise<Record<string, boolean>> {
  const answer = await world.call('permissions', 'permissions', { params: { site }, body: { email: EMAIL } });
  const { purposes } = JSON.parse(answer.body) as { purposes: { id: string; allowed: boolean }[] };
  return Object.fromEntries(purposes.map(({ id, allowed }) => [id, allowed]));
}

async function audience(purpose: string): Promise<string[]> {
  const answer = await world.call('audience', 'audience', { params: { purpose } });
  const { recipients } = JSON.parse(answer.body) as { recipients: { email: string }[] };
  return recipients.map(({ email }) => email);
}

describe('a newsletter with analysis, from the form to the evidence', () => {
  test('a sign-up is answered, sends one mail, and gives nothing yet', async () => {
    const answer = await world.call('signup', 'signup-json');
    expect(answer).toMatchObject({ statusCode: 202, body: '{"status":"pending"}' });
    await world.consume();
    await world.consume();

    const mails = await world.mails(EMAIL);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toBe('Bitte bestätigen Sie Ihre Anmeldung');
    expect(mails[0]?.html).toBeUndefined();
    expect(mails[0]?.links).toEqual([
      expect.stringContaining('/confirm/'),
      'https://www.demo.example/datenschutz',
      'https://www.demo.example/impressum',
    ]);
    expect(await permitted()).toMatchObject({ 'newsletter-product': false, analysis: false });
    expect(await audience('newsletter-product')).toEqual([]);
  });

  test('a mail scanner that fetches the link changes nothing', async () => {
    const token = tokenOf((await world.mails(EMAIL))[0], 'confirm');
    const before = await world.items('ledger');
    const page = await world.call('confirm', 'confirm-page', { params: { token } });
    await world.call('confirm', 'confirm-scanner', { params: { token } });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('<button type="submit">Anmeldung bestätigen</button>');
    expect(await world.items('ledger')).toEqual(before);
  });

  test('the button gives consent; a welcome mail says how to take it back', async () => {
    const token = tokenOf((await world.mails(EMAIL))[0], 'confirm');
    const page = await world.call('confirm', 'confirm-button', { params: { token }, sourceIp: '198.51.100.9' });
    expect(page.statusCode).toBe(200);
    world.advance('PT1M');
    await world.consume();

    const [welcome] = await world.mails(EMAIL);
    const unsubscribe = tokenOf(welcome, 'unsubscribe');
    expect(welcome?.headers['list-unsubscribe']).toBe(`<https://consent.example.com/unsubscribe/${unsubscribe}>`);
    expect(welcome?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    expect(await permitted()).toMatchObject({ 'newsletter-product': true, analysis: true, 'newsletter-events': false });
    expect(await audience('newsletter-product')).toEqual([EMAIL]);
  });

  test('the evidence holds both steps, each with its own time and IP, the wording, and the mails', async () => {
    const { records, notices, disclosures } = await world.evidence(EMAIL);
    const entries = records[0]?.entries ?? [];
    expect(entries.map(({ type }) => type)).toEqual(['ConsentRequested', 'MailSent', 'ConsentGiven', 'MailSent']);
    expect(entries.map(({ parts }) => (parts['network'] as { ip: string } | undefined)?.ip)).toEqual([
      '203.0.113.7',
      undefined,
      '198.51.100.9',
      undefined,
    ]);
    expect(entries[0]?.parts).toMatchObject({
      address: { email: EMAIL, page: { url: 'https://www.demo.example/newsletter', knownBy: 'form' } },
      details: { fields: { firstName: 'Erika', lastName: 'Mustermann' } },
    });
    expect((entries[1]?.parts['mail'] as { raw: string }).raw).toContain('quoted-printable');
    const shown = entries[0]?.purposes.map(({ noticeHash }) => notices[noticeHash]);
    expect(shown).toMatchObject([
      { purpose: 'newsletter-product', language: 'de', text: expect.stringContaining('Newsletter') as string },
      { purpose: 'analysis', language: 'de' },
    ]);
    expect(disclosures.at(-1)?.actor).toEqual({ kind: 'operator', id: 'test-operator' });
  });

  test('analysis can be switched off alone', async () => {
    // After the link for everything and that for the newsletter alone.
    const token = tokenOf((await world.mails(EMAIL))[0], 'unsubscribe', 2);
    const page = await world.call('unsubscribe', 'unsubscribe-button', { params: { token } });
    expect(page).toMatchObject({ statusCode: 200 });
    expect(await permitted()).toMatchObject({ 'newsletter-product': true, analysis: false });
  });

  test('one click in the mail program withdraws at once, and again does no harm', async () => {
    const token = tokenOf((await world.mails(EMAIL))[0], 'unsubscribe');
    for (const event of ['unsubscribe-one-click', 'unsubscribe-one-click-multipart']) {
      const answer = await world.call('unsubscribe', event, { params: { token } });
      expect(answer.statusCode).toBe(200);
      expect(Object.keys(answer.headers ?? {}).map((name) => name.toLowerCase())).not.toContain('location');
      expect(answer.cookies).toBeUndefined();
    }
    expect(await permitted()).toMatchObject({ 'newsletter-product': false, 'service-mail': true });
    expect((await world.entries()).filter(({ type }) => type === 'ConsentWithdrawn')).toHaveLength(2);
    await world.consume();
    expect(await audience('newsletter-product')).toEqual([]);
  });

  test('the proof of what was lawful before stays', async () => {
    world.advance('P30D');
    const { records } = await world.evidence(EMAIL);
    expect(records[0]?.purposes.map(({ status }) => status)).toEqual(['ConsentWithdrawn', 'ConsentWithdrawn']);
    expect(records[0]?.entries.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['ConsentRequested', 'ConsentGiven', 'ConsentWithdrawn']),
    );
    expect(records[0]?.entries[0]?.parts).toHaveProperty('network');
  });

  test('signing up again is a new double opt-in beside the old record, and the old link stays dead', async () => {
    const old = tokenOf((await world.mails(EMAIL)).at(-1), 'confirm');
    await world.call('signup', 'signup-json');
    await world.consume();
    expect((await world.call('confirm', 'confirm-button', { params: { token: old } })).statusCode).toBe(410);
    expect(await permitted()).toMatchObject({ 'newsletter-product': false });

    const token = tokenOf((await world.mails(EMAIL))[0], 'confirm');
    await world.call('confirm', 'confirm-button', { params: { token } });
    expect(await permitted()).toMatchObject({ 'newsletter-product': true });
    expect((await world.evidence(EMAIL)).records).toHaveLength(2);
  });

  test('confirming what is in force renews it', async () => {
    world.advance('P1D');
    await world.call('signup', 'signup-json');
    await world.consume();
    const asks = (await world.mails(EMAIL)).find(({ links }) => links.some((link) => link.includes('/confirm/')));
    const token = tokenOf(asks, 'confirm');
    await world.call('confirm', 'confirm-button', { params: { token } });
    const { records } = await world.evidence(EMAIL);
    expect(records.at(-1)?.purposes.map(({ status }) => status)).toEqual([
      'RenewedConsentGiven',
      'RenewedConsentGiven',
    ]);
  });
});

describe('a whitepaper with its separate consent, in English', () => {
  test('comes after the button, and not before', async () => {
    await world.consume();
    world.advance('P2D');
    await world.call('signup', 'signup-whitepaper');
    await world.consume();
    const [asks] = await world.mails(EMAIL);
    expect(asks?.subject).toBe('Please confirm your order and sign-up');
    await world.call('confirm', 'confirm-button', { params: { token: tokenOf(asks, 'confirm') } });
    await world.consume();
    const download = (await world.mails(EMAIL)).find(({ links }) => links.some((link) => link.includes('/assets/')));
    const file = await world.call('assets', 'asset', { params: { token: tokenOf(download, 'assets') } });
    expect(file).toMatchObject({
      statusCode: 200,
      headers: { 'Content-Type': 'application/pdf' },
      isBase64Encoded: true,
    });
    expect(Buffer.from(file.body, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    expect(await permitted()).toMatchObject({ 'product-info': true });
  });
});
