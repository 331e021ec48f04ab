import { createHash } from 'node:crypto';
import type * as Samples from '../../examples/sites';
import { newChallenge, type Challenge } from '../../shared/limits/proof-of-work';
import { solve } from '../../shared/web/form/solve';
import { bearers, type Bearers } from './bearers';
import { CallLog } from './calls';
import { journey } from './journey';
import { newsOf } from './news';
import { startWorld, type Answer, type World } from './world';

jest.mock('#sites', () => {
  const { sites } = jest.requireActual<typeof Samples>('../../examples/sites');
  const demo = sites.find(({ id }) => id === 'demo');
  const site = (id: string, proofOfWork: string, mailsPerDay = 1000) => {
    return {
      ...demo,
      processors: [],
      id,
      limits: { mailsPerNetwork: 6, mailsPerDomain: 1000, mailsPerDay, proofOfWork, sparedDomains: [] },
    };
  };
  return {
    sites: [
      ...sites,
      site('always', 'always'),
      site('other', 'always'),
      site('loaded', 'under-load'),
      site('full', 'under-load', 4),
    ],
  };
});

let world: World;
let issuer: Bearers;
let consume: () => Promise<void>;

beforeAll(async () => {
  world = await startWorld();
  issuer = await bearers();
  consume = newsOf(world);
});
afterAll(async () => {
  await world.stop();
  await issuer.stop();
});
beforeEach(() => world.advance('P3D'));

let people = 0;
const somebody = (): string => `proof-${(people += 1)}@example.com`;
const elsewhere = (): string => `198.18.${people}.9`;

interface Sent {
  readonly site?: string;
  readonly ip?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly more?: object;
}

const post = (email: string, { site = 'always', ip = elsewhere(), headers = {}, more }: Sent = {}): Promise<Answer> =>
  world.call('signup', 'signup-json', {
    params: { site },
    sourceIp: ip,
    headers,
    body: { email, purposes: ['newsletter-product'], language: 'de', ...more },
  });

const challengeIn = ({ statusCode, body }: Answer): Challenge => {
  expect(statusCode).toBe(428);
  return (JSON.parse(body) as { challenge: Challenge }).challenge;
};
/** As a browser does it, but at once. */
function proofFor({ maxnumber, ...challenge }: Challenge): string {
  const hash = (number: number): string =>
    createHash('sha256')
      .update(challenge.salt + number)
      .digest('hex');
  const number = Array.from({ length: maxnumber + 1 }, (_, n) => n).find((n) => hash(n) === challenge.challenge);
  return Buffer.from(JSON.stringify({ ...challenge, number })).toString('base64');
}
const freshProof = async (site = 'always'): Promise<string> => proofFor(challengeIn(await post(somebody(), { site })));

const mailsTo = async (email: string): Promise<number> => {
  await consume();
  return (await world.mails(email)).length;
};

/** The same proof, with something in it changed. */
function altered(proof: string, change: Record<string, unknown>): string {
  const read = JSON.parse(Buffer.from(proof, 'base64').toString()) as object;
  return Buffer.from(JSON.stringify({ ...read, ...change })).toString('base64');
}

test('a sign-up without proof is refused, precisely, with a challenge that its browser can solve; then it is taken', async () => {
  const email = somebody();
  const refused = await post(email);
  expect(JSON.parse(refused.body)).toMatchObject({
    type: 'urn:consent-ledger:proof-of-work',
    status: 428,
    detail: expect.stringContaining('Nothing was saved') as string,
  });
  expect(refused.headers?.['Access-Control-Allow-Origin']).toBe('https://www.demo.example');
  expect(await mailsTo(email)).toBe(0);
  const altcha = await solve(challengeIn(refused));
  expect((await post(email, { more: { altcha } })).statusCode).toBe(202);
  expect(await mailsTo(email)).toBe(1);
});

test('what is wrong with the answers is said before anything has to be proven', async () => {
  const answer = await world.call('signup', 'signup-json', { params: { site: 'always' }, body: { email: 'x' } });
  expect(answer.statusCode).toBe(422);
});

describe('a proof is refused', () => {
  test('that was used before: by the same person, or another', async () => {
    const [email, altcha] = [somebody(), await freshProof()];
    expect((await post(email, { more: { altcha } })).statusCode).toBe(202);
    for (const again of [email, somebody()]) expect((await post(again, { more: { altcha } })).statusCode).toBe(428);
  });

  test('but once, that comes fifty times at once', async () => {
    const altcha = await freshProof();
    const emails = Array.from({ length: 50 }, somebody);
    await Promise.all(emails.map((email, n) => post(email, { ip: `198.19.${n}.1`, more: { altcha } })));
    await consume();
    const mails = await Promise.all(emails.map((email) => world.mails(email)));
    expect(mails.flat()).toHaveLength(1);
  });

  test('that another site asked for', async () => {
    expect((await post(somebody(), { more: { altcha: await freshProof('other') } })).statusCode).toBe(428);
  });

  test('whose time is over', async () => {
    const altcha = await freshProof();
    world.advance('PT10M1S');
    expect((await post(somebody(), { more: { altcha } })).statusCode).toBe(428);
  });

  test('that is signed by another key', async () => {
    const key = () => Promise.resolve(JSON.stringify({ key: 'x'.repeat(64) }));
    const altcha = proofFor(await newChallenge(key, 'always', new Date()));
    expect((await post(somebody(), { more: { altcha } })).statusCode).toBe(428);
  });

  test.each<[string, (proof: string) => string]>([
    ['has another number', (proof) => altered(proof, { number: 50_001 })],
    ['has a number that is none', (proof) => altered(proof, { number: '7' })],
    ['has no number', (proof) => altered(proof, { number: null })],
    ['is of a weaker kind', (proof) => altered(proof, { algorithm: 'SHA-1' })],
    ['names a later end', (proof) => altered(proof, { salt: 'aa?site=always&expires=99999999999&' })],
    ['has no signature', (proof) => altered(proof, { signature: '' })],
    ['is no JSON', () => Buffer.from('{').toString('base64')],
    ['is JSON of nothing', () => Buffer.from('null').toString('base64')],
    ['is no base64', () => '%%%'],
    ['is empty', () => ''],
  ])('that %s', async (_, change) => {
    const answer = await post(somebody(), { more: { altcha: change(await freshProof()) } });
    expect(answer.statusCode).toBe(428);
  });
});

describe('under load', () => {
  test('a network that has had half of its mails proves; everybody else does not', async () => {
    const ip = '203.0.113.50';
    for (let n = 0; n < 3; n++) expect((await post(somebody(), { site: 'loaded', ip })).statusCode).toBe(202);
    const email = somebody();
    const altcha = proofFor(challengeIn(await post(email, { site: 'loaded', ip })));
    expect((await post(somebody(), { site: 'loaded', ip: '203.0.112.50' })).statusCode).toBe(202);
    expect((await post(email, { site: 'loaded', ip, more: { altcha } })).statusCode).toBe(202);
    expect(await mailsTo(email)).toBe(1);
  });

  test('of a site that has had half of its day, everybody proves', async () => {
    for (let n = 0; n < 2; n++) expect((await post(somebody(), { site: 'full' })).statusCode).toBe(202);
    expect((await post(somebody(), { site: 'full' })).statusCode).toBe(428);
  });

  test('whether a mailbox is asked often shows to nobody', async () => {
    const mailbox = somebody().replace('@', '+');
    for (let n = 0; n < 6; n++) {
      const answer = await post(`${mailbox}${n}@example.org`.replace('example.com', ''), {
        site: 'loaded',
        ip: `198.19.9${n}.1`,
      });
      expect(answer.statusCode).toBe(202);
    }
  });
});

test('who has a token is never asked', async () => {
  const headers = { authorization: `Bearer ${await issuer.sign({ scope: 'signup:write@sites site=always' })}` };
  expect((await post(somebody(), { site: 'always', headers })).statusCode).toBe(202);
});

test('confirming, preferences and leaving are never asked, whatever the site asks of sign-ups', async () => {
  const person = journey(world, consume, somebody());
  const altcha = await freshProof();
  expect(
    (await post(person.email, { more: { altcha, purposes: ['newsletter-product', 'analysis'] } })).statusCode,
  ).toBe(202);
  expect((await person.press(await person.token('confirm'))).statusCode).toBe(200);
  const params = { token: await person.token('preferences') };
  expect((await world.call('preferences', 'preferences-page', { params })).statusCode).toBe(200);
  const leaving = { params: { token: await person.token('unsubscribe') } };
  expect((await world.call('unsubscribe', 'unsubscribe-one-click', leaving)).statusCode).toBe(200);
});

test('a plain form is told by a page when to come back, in its language', async () => {
  const body = Buffer.from(
    new URLSearchParams({ email: somebody(), purpose: 'newsletter-product', language: 'de' }).toString(),
  );
  const headers = { accept: 'text/html' };
  const answer = await world.call('signup', 'signup-form', { params: { site: 'always' }, headers, body });
  expect(answer.statusCode).toBe(428);
  expect(answer.body).toContain('Bitte versuchen Sie es später noch einmal');
});

describe('the field that no person sees', () => {
  test('filled in: the same answer, the same work, and nothing stored', async () => {
    const log = new CallLog(world.deps.ledger.client);
    await post(somebody(), { site: 'demo' });
    log.take();
    const taken = await post(somebody(), { site: 'demo' });
    const usual = log.take().map(({ command, roundTrip }) => `${roundTrip} ${command}`);
    const email = somebody();
    const before = (await world.entries()).length;
    expect(await post(email, { site: 'demo', more: { topic: 'https://spam.example' } })).toEqual(taken);
    expect(
      log
        .take()
        .map(({ command, roundTrip }) => `${roundTrip} ${command}`)
        .sort(),
    ).toEqual(usual.sort());
    expect((await world.entries()).length).toBe(before);
    expect(await mailsTo(email)).toBe(0);
  });

  test('left empty, by a plain form: as if it were not there', async () => {
    const email = somebody();
    const body = Buffer.from(new URLSearchParams({ email, purpose: 'newsletter-product', topic: '' }).toString());
    expect((await world.call('signup', 'signup-form', { body })).statusCode).toBe(303);
    expect(await mailsTo(email)).toBe(1);
  });
});
