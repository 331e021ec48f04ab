import { noticeHash, purposeNotice } from '../../shared/policy/notices';
import { sites } from '../../examples/sites';
import { findPurpose, findSite } from '../../shared/policy/sites';
import { Person, startSystem, type System } from './person';

let system: System;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

/** What a shop or an account portal sends. */
async function fromBackend(person: Person, call: 'signups' | 'consents', body: object): Promise<[number, string]> {
  const answer = await system.visitor.get(`/v1/sites/${person.site}/${call}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await system.visitor.token('backend')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ email: person.email, language: 'de', ...body }),
  });
  const { status = '', type = '' } = (await answer.json()) as { status?: string; type?: string };
  return [answer.status, type || status];
}

function hashOf(siteId: string, purposeId: string): string {
  const site = findSite(sites, siteId);
  const purpose = findPurpose(site, purposeId);
  return site && purpose ? noticeHash(purposeNotice(site, purpose, 'de')) : '';
}

const justNow = async (): Promise<string> => new Date((await system.visitor.now()).getTime() - 1000).toISOString();
const visitor = { ip: '198.51.100.23', userAgent: 'Firefox' };

describe('S8: consent can be a tick box in another registration, or in that of an account', () => {
  test.each([
    ['notice-002', 'registration', 'newsletter'],
    ['notice-004', 'account', 'newsletter-events'],
  ])('with the same double opt-in (%s, %s)', async (site, source, purpose) => {
    const person = new Person(system, site);
    const wishes = { purposes: [purpose], notices: [hashOf(site, purpose)], source, visitor };
    expect(await fromBackend(person, 'signups', wishes)).toEqual([202, 'pending']);
    expect((await person.allowed())[purpose]).toBe(false);
    await person.confirm(1);
    expect((await person.allowed())[purpose]).toBe(true);
    const [requested] = (await person.evidence()).records[0]?.entries ?? [];
    expect(requested).toMatchObject({
      type: 'ConsentRequested',
      facts: { source },
      parts: { network: { ip: visitor.ip, ipSource: 'backend' } },
    });
  });

  test('by a single opt-in where the site allows it, and the evidence says so (notice-002)', async () => {
    const person = new Person(system, 'notice-002');
    const givenAt = await justNow();
    const report = { purposes: ['newsletter'], notices: [hashOf('notice-002', 'newsletter')], source: 'registration' };
    expect(await fromBackend(person, 'consents', { ...report, givenAt, visitor })).toEqual([201, 'recorded']);
    expect((await person.allowed())['newsletter']).toBe(true);
    const { records, notices } = await person.evidence();
    expect(records[0]?.entries[0]).toMatchObject({
      type: 'ConsentRecorded',
      facts: { source: 'registration', givenAt, proof: ['time', 'ip', 'wording'] },
    });
    expect(JSON.stringify(notices)).toContain('Für die Buchung eines Kurses ist das nicht nötig.');
    expect(await person.mails()).toEqual([]);
  });

  test('but not where it does not (notice-004)', async () => {
    const person = new Person(system, 'notice-004');
    const report = { purposes: ['newsletter-events'], notices: [hashOf('notice-004', 'newsletter-events')] };
    const refused = await fromBackend(person, 'consents', { ...report, source: 'account', givenAt: await justNow() });
    expect(refused).toEqual([422, 'urn:consent-ledger:invalid']);
    expect((await person.allowed())['newsletter-events']).toBe(false);
  });
});

describe('S9: existing customers may be mailed on legitimate interest, and can object', () => {
  const customer = (site: string): object => ({
    purposes: ['similar-offers'],
    notices: [hashOf(site, 'similar-offers')],
  });

  test.each(['notice-002', 'notice-004'])(
    'with the legal basis per purpose, by the link in a mail (%s)',
    async (site) => {
      const person = new Person(system, site);
      expect(await person.allowed()).toMatchObject({ 'similar-offers': false });
      expect(await fromBackend(person, 'consents', customer(site))).toEqual([201, 'recorded']);
      expect(await person.allowed()).toMatchObject({ 'similar-offers': true });
      const [recorded] = (await person.evidence()).records[0]?.entries ?? [];
      expect(recorded).toMatchObject({
        type: 'LegitimateInterestRecorded',
        purposes: [{ id: 'similar-offers', legalBasis: 'legitimate-interest' }],
        facts: { justification: 'existing-customer' },
      });

      await person.press(await unsubscribeUrl(person));
      expect(await person.allowed()).toMatchObject({ 'similar-offers': false });
      const { bundle } = await person.evidence();
      expect(bundle.entries.map(({ entry }) => entry.type)).toContain('ObjectionRecorded');
      await system.visitor.advance('P30D');
      expect(await fromBackend(person, 'consents', customer(site))).toEqual([409, 'urn:consent-ledger:objected']);
      expect(await person.allowed()).toMatchObject({ 'similar-offers': false });
    },
  );

  test.each(['notice-002', 'notice-004'])('and in a letter, even before anything is recorded (%s)', async (site) => {
    const person = new Person(system, site);
    const receivedOn = (await system.visitor.now()).toISOString().slice(0, 10);
    const objection = { email: person.email, reason: 'Letter of today', via: 'letter', receivedOn };
    await system.visitor.ask('compliance', `/v1/sites/${site}/subjects/objections`, objection);
    expect(await fromBackend(person, 'consents', customer(site))).toEqual([409, 'urn:consent-ledger:objected']);
    expect(await person.allowed()).toMatchObject({ 'similar-offers': false });
  });
});

interface Recipient {
  readonly email: string;
  readonly unsubscribeUrl: string;
}

/** The link that marketing puts into its mail to the person. */
async function unsubscribeUrl({ site, email }: Person): Promise<string> {
  const path = `/v1/sites/${site}/purposes/similar-offers/audience?limit=1000`;
  const look = async (): Promise<Recipient | undefined> => {
    const { recipients } = await system.visitor.ask<{ recipients: Recipient[] }>('marketing', path);
    return recipients.find((recipient) => recipient.email === email);
  };
  const found = await system.visitor.eventually(look, (seen) => seen !== undefined, `${email} is in no audience`);
  return found?.unsubscribeUrl ?? '';
}
