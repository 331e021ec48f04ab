import { OPERATIONS, type NamedOperation } from '../../shared/http/operations';
import { PATH_PARAMETERS } from '../../shared/http/describe/parameters';
import { SCOPES, SIGNED_IN, type Scope } from '../../shared/http/operation';
import { startPressing, type Pressed, type Pressing } from './press';

let pressing: Pressing;

beforeAll(async () => {
  pressing = await startPressing();
});
afterAll(() => pressing.stop());

const guarded = OPERATIONS.flatMap((operation) => {
  const scope = operation.scope ?? operation.optionalScope;
  return scope === undefined || scope === SIGNED_IN ? [] : [{ id: operation.id, scope, operation }];
});

/** Who is in the examples: nobody may hear of them without a grant. */
const PEOPLE = /erika|karl|example\.org/i;

/** The first example that works, at the site `demo`. */
function call({ method, path, examples }: NamedOperation, scope: string): Promise<Pressed> {
  const example = Object.values(examples).find(({ status, withToken }) => status < 300 && withToken !== false);
  const target = path.replace(/\{(\w+)\}/g, (_, name: string) => PATH_PARAMETERS[name]?.example ?? '');
  const claims = { sub: 'tester', scope: `${scope} processor=brieftapir` };
  return pressing.press(`${method} ${target}`, { claims, ...(example?.json && { body: example.json }) });
}

const others = (scope: Scope): string =>
  SCOPES.filter((other) => other !== scope)
    .map((other) => `${other}@sites`)
    .join(' ');

describe.each(guarded)('$id, with a token', ({ scope, operation }) => {
  test('for this scope at this site, goes on to what it is about', async () => {
    const { status, touched } = await call(operation, `${scope}@sites site=demo`);
    expect(status).not.toBe(401);
    expect(status).not.toBe(403);
    expect(touched).toBeGreaterThan(0);
  });

  test.each([
    ['this scope at another site', `${scope}@sites site=notice-000`],
    ['this scope at a site that is called alike', `${scope}@sites site=dem site=demo2 site=Demo site=*`],
    ['this scope and no site, where there are several controllers', scope],
    ['this scope for sites, of which it names none', `${scope}@sites`],
    ['every other scope at this site', `${others(scope)} site=demo`],
  ])('for %s, reads nothing, writes nothing and tells of nobody', async (_, said) => {
    const { status, body, touched } = await call(operation, said);
    expect({ status, touched }).toEqual({ status: 403, touched: 0 });
    expect(body).not.toMatch(PEOPLE);
    // The gateway refuses a wrong scope before any function is reached.
    if (body !== 'Forbidden') {
      expect(JSON.parse(body)).toMatchObject({ type: 'urn:consent-ledger:grant' });
      expect(body).toContain(`lacks the scope \\"${scope}\\" at the site \\"demo\\"`);
    }
  });
});

test('every operation behind a scope is about one site, which its path names, and is answered by the one guard', () => {
  expect(guarded.length).toBeGreaterThan(20);
  expect(guarded.filter(({ operation }) => !operation.path.startsWith('/v1/sites/{site}/'))).toEqual([]);
});
