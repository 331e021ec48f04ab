import { authorize } from '../../local/gateway/authorizer';
import { clientOf, completed, ROLES, scopeWords, type Role } from '../../shared/http/roles';
import { grantsOf, type ClaimNames, type Claims } from '../../shared/http/grants';
import { SCOPES } from '../../shared/http/operation';
import { operatorOf } from '../../shared/http/operator';
import { sites as several } from '../../examples/sites';
import fc from '../seeded';

const NAMES: ClaimNames = { scopePrefix: '', siteClaim: undefined, processorClaim: undefined, people: undefined };
const one = several.slice(0, 1);
/** Two sites of one controller. */
const sisters = [...one, { ...one[0]!, id: 'sister' }];
const pairs = (claims: Claims, { sites = several, names = NAMES } = {}): string[] =>
  grantsOf(claims, names, sites).map(({ scope, site, processor }) =>
    [scope, site, processor].filter(Boolean).join(' '),
  );

describe('a token is good for pairs of scope and site', () => {
  test.each<[string, unknown, string[]]>([
    ['one scope at one site', 'evidence:read@sites site=demo', ['evidence:read demo']],
    [
      'each of its scopes at each of its sites',
      'audience:read@sites activity:write@sites site=demo site=notice-000',
      ['audience:read demo', 'audience:read notice-000', 'activity:write demo', 'activity:write notice-000'],
    ],
    ['a plain scope at the sites that it names', 'evidence:read site=demo', ['evidence:read demo']],
    ['nothing, where a plain scope names none of several controllers’ sites', 'evidence:read', []],
    ['nothing, where it is for sites and names none', 'evidence:read@sites', []],
    ['nothing, where it names sites alone', 'site=demo', []],
    [
      'a processor’s word for those that it names',
      'processor:write@sites site=demo processor=brieftapir',
      ['processor:write demo brieftapir'],
    ],
    ['no processor’s word where it names none', 'processor:write@sites site=demo', []],
    [
      'no site by a pattern',
      'evidence:read@sites site=* site=.* site=%',
      ['evidence:read *', 'evidence:read .*', 'evidence:read %'],
    ],
    ['nothing by another case', 'Evidence:Read@sites SITE=demo Site=demo', []],
    [
      'nothing by a scope that begins or ends alike',
      'evidence:reader@sites xevidence:read@sites evidence:read@ site=demo',
      [],
    ],
    ['nothing by a prefix that is not the issuer’s', 'consent/evidence:read@sites consent/site=demo', []],
    ['what a list says, as what text says', ['evidence:read@sites', 'site=demo'], ['evidence:read demo']],
    ['what API Gateway makes of a list', '[evidence:read@sites site=demo]', ['evidence:read demo']],
    ['nothing by what is neither', { 'evidence:read@sites': true }, []],
    ['nothing by no scope', undefined, []],
  ])('%s', (_, scope, expected) => {
    expect(pairs({ scope })).toEqual(expected);
  });

  test('one that names no site is good at every site of one controller, and at the named ones if it names any', () => {
    expect(pairs({ scope: 'evidence:read' }, { sites: sisters })).toEqual([
      'evidence:read demo',
      'evidence:read sister',
    ]);
    expect(pairs({ scope: 'evidence:read site=demo' }, { sites: sisters })).toEqual(['evidence:read demo']);
  });

  test('a client that asks for fewer words never gets a token that is good for more', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(ROLES) as Role[])),
        fc.subarray(['demo', 'sister'], { minLength: 1 }),
        fc.infiniteStream(fc.boolean()),
        (role, at, asked) => {
          const client = completed(clientOf(`${role}@${at.join('+')}`)!, sisters);
          const words = scopeWords(client);
          const fewer = words.filter(() => asked.next().value);
          const all = new Set(pairs({ scope: words.join(' ') }, { sites: sisters }));
          expect(pairs({ scope: fewer.join(' ') }, { sites: sisters }).filter((pair) => !all.has(pair))).toEqual([]);
        },
      ),
    );
  });

  test('`scp` counts where there is no `scope`, and never besides', () => {
    expect(pairs({ scp: ['evidence:read@sites', 'site=demo'] })).toEqual(['evidence:read demo']);
    expect(pairs({ scope: '', scp: 'evidence:read@sites site=demo' })).toEqual([]);
    expect(pairs({ scope: 'evidence:read@sites', scp: 'site=demo' })).toEqual([]);
  });

  test('sites and processors come from claims of the issuer where that is configured, and from nowhere else', () => {
    const names = { scopePrefix: 'api://consent/', siteClaim: 'shops', processorClaim: 'firms', people: undefined };
    const scope = 'api://consent/processor:write api://consent/site=notice-001 api://consent/processor=other';
    for (const shops of [['demo', 'notice-000'], '[demo notice-000]', 'demo notice-000']) {
      expect(pairs({ scope, shops, firms: 'brieftapir' }, { names })).toEqual([
        'processor:write demo brieftapir',
        'processor:write notice-000 brieftapir',
      ]);
    }
    expect(pairs({ scope }, { names })).toEqual([]);
  });

  test('text and lists are read alike, as an issuer has them and as the gateway hands them on', async () => {
    const word = fc.constantFrom(
      'evidence:read@sites',
      'evidence:read',
      'site=demo',
      'site=sister',
      '[',
      ']',
      '[x',
      'y]',
      '',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.array(word),
          fc.array(word).map((words) => words.join(' ')),
        ),
        async (scope) => {
          const issuer = { verify: () => Promise.resolve({ scope }) } as unknown as Parameters<typeof authorize>[2];
          const verdict = await authorize('Bearer x', 'evidence:read', issuer);
          const direct = pairs({ scope }, { sites: sisters });
          if ('jwt' in verdict) expect(pairs(verdict.jwt.claims, { sites: sisters })).toEqual(direct);
          else expect(direct.filter((pair) => pair.startsWith('evidence:read'))).toEqual([]);
        },
      ),
    );
  });

  test('no scope is nobody’s', () => {
    expect([...new Set(Object.values(ROLES).flat())].toSorted()).toEqual([...SCOPES].toSorted());
  });
});

describe('who acts', () => {
  test.each<[string, Claims, object]>([
    ['a machine', { sub: 'abc', client_id: 'abc' }, { id: 'abc' }],
    ['a human by a program', { sub: '8c1f-7', client_id: 'console' }, { id: '8c1f-7', client: 'console' }],
    [
      'a human by a program, where the issuer says azp',
      { sub: '8c1f-7', azp: 'console' },
      { id: '8c1f-7', client: 'console' },
    ],
    ['a machine of Auth0', { sub: 'abc@clients', azp: 'abc' }, { id: 'abc@clients', client: 'abc' }],
    ['nobody by a program of an odd name', { sub: 'abc', client_id: 'erika@example.org' }, { id: 'abc' }],
  ])('is named: %s', (_, claims, expected) => {
    expect(operatorOf(claims)).toEqual({ kind: 'operator', ...expected });
  });

  test.each<[string, Claims]>([
    ['no subject', {}],
    ['an empty one', { sub: '' }],
    ['one that is no text', { sub: 7 }],
    ['an address', { sub: 'erika@example.org' }],
    ['an address among other things', { sub: 'mail:erika@example.org' }],
    ['a name', { sub: 'Erika Mustermann' }],
    ['line breaks', { sub: 'a\nb' }],
    ['more than anybody needs', { sub: 'x'.repeat(256) }],
  ])('is refused: %s', (_, claims) => {
    expect(() => operatorOf(claims)).toThrow(expect.objectContaining({ status: 401, code: 'token' }) as Error);
  });
});
