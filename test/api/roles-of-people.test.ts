import { OPERATIONS } from '../../shared/http/operations';
import { SCOPES, SIGNED_IN, type Scope } from '../../shared/http/operation';
import { AT_SITES, grantsOf, siteWord } from '../../shared/http/grants';
import { isOfPerson, PERSON_ROLES, placeOf, type People, type PersonRole } from '../../shared/http/people';
import { sites } from '../../examples/sites';
import fc from '../seeded';
import { startPressing, type Pressing } from './press';

const CLAIM = 'cognito:groups';
const PEOPLE: People = {
  client: 'desk',
  claim: CLAIM,
  roles: {
    'marketing-demo': ['marketing@demo'],
    'compliance-demo': ['compliance@demo'],
    'auditor-demo': ['auditor@demo'],
    'admin-demo': ['admin@demo'],
    everywhere: ['compliance@*'],
    both: ['marketing@demo', 'compliance@notice-000'],
  },
};

/** Written down a second time. */
const MAY: Readonly<Record<PersonRole, readonly Scope[]>> = {
  marketing: ['audience:read', 'person:read', 'confirmation:send'],
  compliance: ['person:read', 'evidence:read', 'evidence:write'],
  auditor: ['person:read', 'evidence:read'],
  admin: [],
};
const ROLES = Object.keys(PERSON_ROLES) as PersonRole[];

/** All that a login can ask for. */
const EVERYTHING = SCOPES.flatMap((scope) => [scope, scope + AT_SITES]).join(' ');
/** What is undefined is no claim: a token is JSON, and has no such thing. */
const person = (groups: unknown, more: object = {}): object =>
  Object.fromEntries(
    Object.entries({ sub: '8c1f-7', client_id: 'desk', scope: EVERYTHING, [CLAIM]: groups, ...more }).filter(
      ([, value]) => value !== undefined,
    ),
  );

let pressing: Pressing;

beforeAll(async () => {
  process.env['PEOPLE'] = JSON.stringify(PEOPLE);
  pressing = await startPressing();
});
afterAll(() => pressing.stop());

const guarded = OPERATIONS.flatMap(({ id, method, path, scope }) =>
  scope === undefined || scope === SIGNED_IN ? [] : [{ id, method, path, scope }],
);

const pathAt = (path: string, site: string): string =>
  path.replace('{site}', site).replaceAll(/\{\w+\}/g, 'newsletter');

/** Whether a token gets past the question whether it is good for an operation, whatever else the call then lacks. */
async function isLetIn({ method, path }: (typeof guarded)[number], site: string, claims: object): Promise<boolean> {
  const { status, body, touched } = await pressing.press(`${method} ${pathAt(path, site)}`, { claims: { ...claims } });
  const isRefused = status === 401 || (status === 403 && (body.includes(':grant') || body === 'Forbidden'));
  if (isRefused) expect(touched).toBe(0);
  return !isRefused;
}

const NOBODY: Readonly<Record<string, object>> = {
  'without a group': person(undefined),
  'in no group': person([]),
  'in a group that nobody configured': person(['compliance']),
  'in a group of another prefix': person(['crm-compliance-demo', 'compliance-demo-2', 'x:compliance-demo']),
  'in a group called like a role': person(['compliance@demo', 'compliance@*', 'admin']),
  'in a group that is a member of every object': person(['constructor', '__proto__', 'toString']),
  'with a group in another claim': person(undefined, { groups: ['compliance-demo'], roles: ['everywhere'] }),
  'whose token says no client': person(undefined, { client_id: undefined }),
  'whose token says two clients': person(undefined, { client_id: 'other', azp: 'desk' }),
  'who signed in by another client': person(undefined, { client_id: 'other', scope: `${EVERYTHING} openid site=demo` }),
  'of whom another client says what they are': person(['staff'], {
    client_id: 'other',
    scope: `${EVERYTHING} site=demo`,
  }),
  'whose login asked for sites': person(undefined, { scope: `${EVERYTHING} site=demo` }),
};

describe.each(guarded)('$id', (operation) => {
  test.each(ROLES)('lets %s in where the role has its scope, at its site and nowhere else', async (role) => {
    const claims = person([`${role}-demo`]);
    expect(await isLetIn(operation, 'demo', claims)).toBe(MAY[role].includes(operation.scope));
    expect(await isLetIn(operation, 'notice-000', claims)).toBe(false);
  });

  test('lets nobody in by a scope that the login did not ask for', async () => {
    const others = SCOPES.filter((scope) => scope !== operation.scope).map((scope) => scope + AT_SITES);
    const groups = ['everywhere', 'marketing-demo'];
    expect(await isLetIn(operation, 'demo', person(groups, { scope: others.join(' ') }))).toBe(false);
  });

  test.each(Object.entries(NOBODY))('lets nobody in %s', async (_, claims) => {
    expect(await isLetIn(operation, 'demo', claims)).toBe(false);
  });

  test('lets a machine in as before', async () => {
    const machine = { sub: 'm', client_id: 'm', scope: `${operation.scope}@sites site=demo processor=brieftapir` };
    expect(await isLetIn(operation, 'demo', machine)).toBe(true);
    expect(await isLetIn(operation, 'notice-000', machine)).toBe(false);
  });
});

const NAMES = { scopePrefix: '', siteClaim: undefined, processorClaim: undefined, people: PEOPLE };
const pairs = (claims: object): string[] =>
  grantsOf({ ...claims }, NAMES, sites).map(({ scope, site }) => `${scope} ${site}`);

describe('a person', () => {
  test('has each role at the sites of that role', () => {
    expect(pairs(person(['both']))).toEqual([
      'audience:read demo',
      'person:read demo',
      'person:read notice-000',
      'confirmation:send demo',
      'evidence:read notice-000',
      'evidence:write notice-000',
    ]);
  });

  test('has a role for all sites at all that there are', () => {
    expect(pairs(person(['everywhere'], { scope: 'evidence:read@sites' }))).toEqual(
      sites.map(({ id }) => `evidence:read ${id}`),
    );
  });

  test('may have a token of fewer sites', () => {
    const scope = `evidence:read@sites ${siteWord('notice-000')} ${siteWord('nowhere')}`;
    expect(pairs(person(['everywhere'], { scope }))).toEqual(['evidence:read notice-000']);
  });

  test('never has more by asking for more', () => {
    const words = [...SCOPES.flatMap((scope) => [scope, scope + AT_SITES]), 'site=demo', 'site=notice-001', 'openid'];
    fc.assert(
      fc.property(
        fc.subarray([...Object.keys(PEOPLE.roles), 'unknown']),
        fc.subarray(words),
        fc.constantFrom('array', 'gateway'),
        (groups, asked, form) => {
          const said = form === 'array' ? groups : `[${groups.join(' ')}]`;
          const most = new Set(
            groups
              .flatMap((group) => PEOPLE.roles[group] ?? [])
              .flatMap((text) => {
                const { role, sites: at = sites.map(({ id }) => id) } = placeOf(text)!;
                return at.flatMap((site) => MAY[role].map((scope) => `${scope} ${site}`));
              }),
          );
          expect(pairs(person(said, { scope: asked.join(' ') })).filter((pair) => !most.has(pair))).toEqual([]);
        },
      ),
    );
  });
});

test.each([
  ['the console’s client', { client_id: 'desk' }, true],
  ['the console’s client as azp', { azp: 'desk' }, true],
  ['the console’s client as cid', { cid: 'desk' }, true],
  ['the console’s client as appid', { appid: 'desk' }, true],
  ['no client', {}, true],
  ['another client', { client_id: 'shop' }, false],
])('a token of %s is a person’s: %s', (_, claims, expected) => {
  expect(isOfPerson(claims, PEOPLE)).toBe(expected);
});

test.each(['marketing', 'marketing@', '@demo', 'owner@demo', 'marketing@Demo', 'marketing@*+demo', 'marketing@demo *'])(
  '"%s" is no role at a site',
  (text) => {
    expect(placeOf(text)).toBeUndefined();
  },
);
