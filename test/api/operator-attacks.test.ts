import type { Claims } from '../../shared/http/grants';
import { startPressing, type Pressing } from './press';

let pressing: Pressing;

beforeAll(async () => {
  pressing = await startPressing();
});
afterAll(() => pressing.stop());

const PERSON = { email: 'erika@example.org' };
const LETTER = { ...PERSON, reason: 'letter of 20 November' };
const DELETED = { id: 'A'.repeat(22) };

const asks = 'POST /v1/sites/notice-000/permissions';
const reads = 'POST /v1/sites/notice-000/evidence';
const confirms = 'POST /v1/sites/notice-004/deletions';
const token = (scope: unknown, more: Claims = {}): Claims => ({ sub: 'mallory', scope, ...more });
const marketing = token('audience:read@sites activity:write@sites site=demo');
const compliance = token('evidence:read@sites evidence:write@sites site=demo');
const processor = token('processor:write@sites site=demo site=notice-004 processor=brieftapir');

interface Attack {
  readonly target: string;
  readonly claims?: Claims;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** @default 403 */
  readonly status?: number;
}

/** What somebody with a good token for the site `demo` may try to get at another, or at more. */
const ATTACKS: Readonly<Record<string, Attack>> = {
  'says the own site in the query': { target: `${asks}?site=demo`, claims: marketing, body: PERSON },
  'says the own site in the body': { target: asks, claims: marketing, body: { ...PERSON, site: 'demo' } },
  'says the own site in headers': {
    target: asks,
    claims: marketing,
    body: PERSON,
    headers: { 'x-site': 'demo', 'x-original-url': '/v1/sites/demo/permissions', 'x-http-method-override': 'GET' },
  },
  'spells the other site in percent signs': {
    target: 'POST /v1/sites/%6eotice-000/permissions',
    claims: marketing,
    body: PERSON,
  },
  'walks from the own site to the other by an encoded path': {
    target: 'POST /v1/sites/demo%2F..%2Fnotice-000/permissions',
    claims: marketing,
    body: PERSON,
    status: 404,
  },
  'walks there by dots': {
    target: 'POST /v1/sites/demo/../notice-000/permissions',
    claims: marketing,
    body: PERSON,
    status: 404,
  },
  'ends the path otherwise': { target: `${asks}/`, claims: marketing, body: PERSON, status: 404 },
  'names a site in capitals': {
    target: 'POST /v1/sites/Demo/permissions',
    claims: token('audience:read@sites site=Demo'),
    body: PERSON,
    status: 404,
  },
  'has a token for any site': { target: asks, claims: token('audience:read@sites site=*'), body: PERSON },
  'has a token for sites that begin or end alike': {
    target: asks,
    claims: token('audience:read@sites site=notice site=notice-0000 site=notice-000- site=-notice-000'),
    body: PERSON,
  },
  'has a token for a site that looks alike': {
    target: asks,
    claims: token('audience:read@sites site=nоtice-000'),
    body: PERSON,
  },
  'has a token with the name of a client in place of a site': {
    target: asks,
    claims: token('audience:read@sites site=demo+notice-000 marketing@notice-000'),
    body: PERSON,
  },
  'has a token for any scope': {
    target: reads,
    claims: token('evidence:*@sites *@sites site=notice-000'),
    body: LETTER,
  },
  'has a token for a scope that begins alike': {
    target: reads,
    claims: token('evidence:read:all@sites evidence:readonly@sites site=notice-000'),
    body: LETTER,
  },
  'parts the words of a scope by what is no blank': {
    target: reads,
    claims: token('evidence:read@sites\tsite=notice-000'),
    body: LETTER,
  },
  'has a scope that is an object': {
    target: reads,
    claims: token({ 'evidence:read@sites': 'notice-000' }),
    body: LETTER,
  },
  'has a second scope claim that says more': {
    target: reads,
    claims: token('evidence:read@sites site=demo', { scp: 'evidence:read@sites site=notice-000' }),
    body: LETTER,
  },
  'has sites in claims that nobody configured': {
    target: reads,
    claims: token('evidence:read@sites', { sites: ['notice-000'], site: 'notice-000', 'custom:site': 'notice-000' }),
    body: LETTER,
  },
  'leaves the site out, to have all': { target: reads, claims: token('evidence:read'), body: LETTER },
  'reads evidence with a token for marketing': { target: reads, claims: marketing, body: LETTER },
  'reads evidence with a token for evidence elsewhere': { target: reads, claims: compliance, body: LETTER },
  'goes on in another site’s list by the cursor of the own': {
    target: `GET /v1/sites/notice-000/purposes/newsletter/audience?cursor=${Buffer.from('[{"shard":0}]').toString('base64url')}`,
    claims: marketing,
  },
  'reports by ids of another site': {
    target: 'POST /v1/sites/notice-000/feedback',
    claims: marketing,
    body: { ids: [DELETED.id], kind: 'complaint' },
  },
  'signs visitors of another site up': {
    target: 'POST /v1/sites/notice-000/signups',
    claims: token('signup:write@sites site=demo'),
    body: { ...PERSON, purposes: ['newsletter'], visitor: { ip: '198.51.100.7' } },
  },
  'confirms for another processor': {
    target: confirms,
    claims: processor,
    body: { ...DELETED, processor: 'meldeluchs' },
  },
  'confirms for a processor in capitals': {
    target: confirms,
    claims: processor,
    body: { ...DELETED, processor: 'BRIEFTAPIR' },
  },
  'confirms for a processor without a token that names any': {
    target: confirms,
    claims: token('processor:write@sites site=notice-004'),
    body: { ...DELETED, processor: 'brieftapir' },
  },
  'confirms for several processors at once': {
    target: confirms,
    claims: processor,
    body: { ...DELETED, processor: ['brieftapir', 'meldeluchs'] },
    status: 422,
  },
  'confirms for nobody': { target: confirms, claims: processor, body: DELETED, status: 422 },
  'acts under an address': {
    target: 'POST /v1/sites/demo/permissions',
    claims: { ...marketing, sub: 'erika@example.org' },
    body: PERSON,
    status: 401,
  },
  'acts without a name': {
    target: 'POST /v1/sites/demo/permissions',
    claims: { ...marketing, sub: '' },
    body: PERSON,
    status: 401,
  },
  'shows no token': { target: 'POST /v1/sites/demo/evidence', body: LETTER, status: 401 },
};

test.each(Object.entries(ATTACKS))(
  'somebody who %s gets nothing, and nothing is read or written',
  async (_, attack) => {
    const { target, status: wanted = 403, ...sent } = attack;
    const { status, touched, body } = await pressing.press(target, sent);
    expect({ status, touched }).toEqual({ status: wanted, touched: 0 });
    expect(body).not.toContain('erika@example.org');
  },
);
