import { throttling } from '../../local/gateway/throttling';
import { ROUTES } from '../../shared/http/routes';

const LEAVING = ['GET /unsubscribe/{token}', 'POST /unsubscribe/{token}'];
const BY_LINK = ['confirm', 'preferences', 'keep'].flatMap((page) => [`GET /${page}/{token}`, `POST /${page}/{token}`]);
const ALL = ROUTES.flatMap(({ methods, path }) => methods.map((method) => `${method} ${path}`));

let now: number;
let lets: ReturnType<typeof throttling>;

beforeEach(() => {
  now = 0;
  lets = throttling(() => now);
});

/** How many of so many requests at one moment come through. */
const through = (routeKey: string, many: number): number =>
  Array.from({ length: many }, () => lets(routeKey)).filter(Boolean).length;

test('a route lets through a burst, and then its rate', () => {
  expect(through('POST /v1/sites/{site}/signups', 1000)).toBe(40);
  now = 1;
  expect(through('POST /v1/sites/{site}/signups', 1000)).toBe(20);
  now = 60;
  expect(through('POST /v1/sites/{site}/signups', 1000)).toBe(40);
});

test.each([...LEAVING, ...BY_LINK])('%s has all of its budget left while every other route is flooded', (mine) => {
  for (const key of [...ALL, '$default']) if (key !== mine) through(key, 5000);
  expect(through(mine, 5000)).toBeGreaterThanOrEqual(600);
});

test('nothing is let through more often than what people leave by', () => {
  const most = Math.max(
    ...[...ALL, '$default'].filter((key) => !LEAVING.includes(key)).map((key) => through(key, 5000)),
  );
  for (const key of LEAVING) expect(through(key, 5000)).toBeGreaterThan(3 * most);
});
