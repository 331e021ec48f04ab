/* oxlint-disable typescript/no-unsafe-assignment, typescript/no-unsafe-argument -- what does not compile has no type */
import { getAudience } from '../../shared/http/operations/get-audience';
import { getPermissions } from '../../shared/http/operations/get-permissions';
import { listDeliveries } from '../../shared/http/operations/list-deliveries';
import { retryDeliveries } from '../../shared/http/operations/retry-deliveries';
import { on, serve } from '../../shared/http/serve';
import { sites } from '../../examples/sites';
import { httpEvent } from '../integration/fixtures';

const list = on(listDeliveries, ({ site, query }, answer) =>
  answer.json(200, { site: site.id, deliveries: [], cursor: `${query.limit}` }),
);
const retry = on(retryDeliveries, ({ site, body }, answer) =>
  answer.json(200, { site: site.id, told: body.everybody ? 1 : 0, failed: 0 }),
);
const claimNames = { scopePrefix: '', siteClaim: undefined, processorClaim: undefined, people: undefined };
const handler = serve({ sites, claimNames }, list, retry);

const answerTo = async (event: object) => {
  const { statusCode, body } = await handler(event, {} as never);
  return { status: statusCode, body: JSON.parse(body) as object };
};

const ASKED = httpEvent('deliveries');
const listed = (query: Readonly<Record<string, string>>) => answerTo({ ...ASKED, queryStringParameters: query });

test('a function with two operations does the one that is called', async () => {
  expect(await listed({})).toEqual({ status: 200, body: { site: 'demo', deliveries: [], cursor: '100' } });
  const retried = await answerTo(httpEvent('deliveries-replay', { body: { everybody: true } }));
  expect(retried).toEqual({ status: 200, body: { site: 'demo', told: 1, failed: 0 } });
});

test.each(['0', '101', '1.5', 'many', ''])('the limit "%s" is refused by the contract alone', async (limit) => {
  expect(await listed({ limit })).toMatchObject({ status: 400, body: { type: 'urn:consent-ledger:limit' } });
});

test('a body that is not as the contract says is refused before anything is done', async () => {
  const refused = await answerTo(httpEvent('deliveries-replay', { body: { everyone: true } }));
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/everyone' }] } });
});

test('a token that does not say whose it is, is refused: nobody acts without a name', async () => {
  const { authorizer: _, ...requestContext } = ASKED.requestContext as unknown as { authorizer: object };
  expect(await answerTo({ ...ASKED, requestContext })).toMatchObject({ status: 401 });
});

/** Never called: that it compiles is the test. Each line below an `@ts-expect-error` must not. */
export const doesNotCompile = [
  // @ts-expect-error: `asOf` is missing
  on(getPermissions, ({ site }, answer) => answer.json(200, { site: site.id, purposes: [] })),
  // @ts-expect-error: a member that the contract does not have
  on(getPermissions, ({ site }, answer) => answer.json(200, { site: site.id, asOf: '', purposes: [], more: 1 })),
  // @ts-expect-error: another status
  on(getPermissions, ({ site }, answer) => answer.json(201, { site: site.id, asOf: '', purposes: [] })),
  // @ts-expect-error: an answer that nobody held against the contract
  on(getPermissions, () => ({ statusCode: 200, headers: {}, body: '{}' })),
  // @ts-expect-error: a form that the operation does not come in
  on(getAudience, (_, answer) => answer.as('application/pdf', { statusCode: 200, headers: {}, body: '' })),
  // @ts-expect-error: a member that the body does not have
  on(getPermissions, ({ site, body }, answer) => answer.json(200, { site: site.id, asOf: body.id, purposes: [] })),
  // @ts-expect-error: a name that the path does not have
  on(getAudience, ({ params }, answer) => answer.as('application/x-ndjson', params.person)),
];

test('what would not be as its contract says does not compile', () => {
  expect(doesNotCompile).toHaveLength(7);
});
