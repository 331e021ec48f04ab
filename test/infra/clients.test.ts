import { sites } from '../../examples/sites';
import { clientsFor, needKnownRoles } from '../../infra/clients';
import { clientOf, scopeWords } from '../../shared/http/roles';
import { PolicyError } from '../../shared/policy/site';

const [demo] = sites;
const alone = sites.slice(0, 1);
const asked = (...names: string[]) => names.map((name) => clientOf(name)!);
/** Sites of one controller, as an agency has them. */
const agency = Array.from({ length: 60 }, (_, n) => ({ ...demo!, id: `shop-${n}` }));

test('where all sites have one controller, each role has a client for all of them, by name', () => {
  expect(clientsFor(agency.slice(0, 2), undefined).map((client) => scopeWords(client).slice(-2))).toEqual([
    ['site=shop-0', 'site=shop-1'],
    ['site=shop-0', 'site=shop-1'],
    ['site=shop-0', 'site=shop-1'],
    ['site=shop-1', 'processor=brieftapir'],
  ]);
});

test('a client that was asked for has the sites and processors that it names, and no others', () => {
  expect(clientsFor(sites, asked('marketing@demo')).map(scopeWords)).toEqual([
    [...['audience:read@sites', 'activity:write@sites', 'person:read@sites', 'confirmation:send@sites'], 'site=demo'],
  ]);
});

test.each<[string, () => unknown, string]>([
  [
    'several controllers, and nobody says who is for which site',
    () => clientsFor(sites, undefined),
    'Say so with clients, such as "',
  ],
  ['several controllers, and a client for all of them', () => clientsFor(sites, asked('marketing')), '"marketing"'],
  ['a site that there is not', () => clientsFor(alone, asked('marketing@shop')), 'a site "shop"'],
  [
    'a processor that its site does not have',
    () => clientsFor(alone, asked('processor=other@demo')),
    'a processor "other"',
  ],
  ['nobody', () => clientsFor(alone, []), 'API Gateway takes no authorizer for nobody: name one'],
  ['a client twice', () => clientsFor(alone, asked('backend@demo', 'backend@demo')), 'twice'],
  ['more scopes than Cognito gives a client', () => clientsFor(agency, asked('compliance')), 'at most 50'],
  [
    'more clients than an authorizer has audiences',
    () =>
      clientsFor(
        agency,
        agency.map(({ id }) => clientOf(`backend@${id}`)!),
      ),
    'at most 50',
  ],
])('is refused: %s', (_, make, said) => {
  expect(make).toThrow(PolicyError);
  expect(make).toThrow(said);
});

test('a role of people for a site that there is not is refused, and one for all sites is not', () => {
  expect(() => needKnownRoles(alone, { desk: ['marketing@demo+shop'] })).toThrow('is for a site "shop"');
  expect(() => needKnownRoles(alone, { desk: ['marketing@demo', 'auditor@*'] })).not.toThrow();
});

test('more roles of people than the environment of a function takes are refused', () => {
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`group-${n}`, ['compliance@demo']]));
  expect(() => needKnownRoles(alone, many)).toThrow('more roles of people than functions can be told of');
});

test.each([
  '',
  'marketing@',
  'owner@demo',
  'marketing@demo,',
  'marketing=brieftapir@demo',
  'marketing@Demo',
  'marketing@*',
  'marketing@demo demo',
])('"%s" is the name of no client', (name) => {
  expect(clientOf(name)).toBeUndefined();
});
