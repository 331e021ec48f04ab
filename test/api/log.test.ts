import { httpFunction } from '../../shared/http/http-function';
import { errorName, logger } from '../../shared/logger';
import { Problem, problemOf } from '../../shared/http/problem';
import { httpEvent } from '../integration/fixtures';

const ADDRESS = 'canary.erika@example.com';

/** What is printed while something runs. The logger writes past `console`. */
async function printed(run: () => unknown): Promise<string> {
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  const error = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    await run();
    return [...write.mock.calls, ...error.mock.calls].map(([chunk]) => String(chunk)).join('');
  } finally {
    write.mockRestore();
    error.mockRestore();
  }
}

const ERRORS: [string, unknown][] = [
  ['in its message', new Error(`no mail to ${ADDRESS}`)],
  [
    'in a line of its message that looks like a frame',
    new Error(`no mail\n    at ${ADDRESS} (file.js:1:1)\n    at once`),
  ],
  ['in its cause', new Error('no mail', { cause: new Error(ADDRESS) })],
  ['in a field', Object.assign(new Error('no mail'), { recipient: ADDRESS })],
  ['in several errors', new AggregateError([new Error(ADDRESS)], ADDRESS)],
  ['as a text that was thrown', ADDRESS],
  ['in an object that was thrown', { message: ADDRESS, name: ADDRESS, stack: `\n    at ${ADDRESS}:1:1` }],
];

describe('an error that holds an address', () => {
  test.each(ERRORS)(
    '%s: the log has its place and its route, the answer says nothing, neither has the address',
    async (_, error) => {
      const failing = httpFunction(() => {
        throw error;
      });
      let answer: unknown;
      const log = await printed(async () => (answer = await failing(httpEvent('signup-json'), {} as never)));

      expect(log).toMatch(/"message":"failed",.*"routeKey":"POST \/v1\/sites\/\{site\}\/signups"/);
      expect(log).not.toContain(ADDRESS);
      expect(answer).toMatchObject({ statusCode: 500 });
      expect(JSON.stringify(answer)).not.toContain(ADDRESS);
    },
  );

  test('is named with the place that it came from', () => {
    expect(errorName(new RangeError(ADDRESS))).toMatch(/^RangeError at .*log\.test\.ts:\d+:\d+/);
  });
});

describe('a log line', () => {
  test('has the allowed keys and no others', async () => {
    const details = { status: 202, email: ADDRESS, error: 'Error', body: { ADDRESS }, nested: { email: ADDRESS } };
    const log = await printed(() => logger.info('answered', details));
    const allowed = ['error', 'function', 'level', 'message', 'status', 'timestamp'];
    expect(Object.keys(JSON.parse(log) as object).sort()).toEqual(allowed);
  });

  test('does not take an error along', async () => {
    const log = await printed(() => logger.error('failed', new Error(ADDRESS)));
    expect(log).toContain('"message":"failed"');
    expect(log).not.toContain(ADDRESS);
  });

  test('of a request names its route, not its path', async () => {
    const answer = httpFunction(() => ({ statusCode: 200, headers: {}, body: '' }));
    const log = await printed(() => answer(httpEvent('confirm-page'), {} as never));
    expect(JSON.parse(log)).toMatchObject({ message: 'answered', routeKey: 'GET /confirm/{token}', status: 200 });
    expect(log).not.toContain('AQEexample');
    expect(log).not.toContain('203.0.113.7');
  });

  test('of a request that was refused says why, by the name of the problem and nothing of what it is about', async () => {
    const refusing = httpFunction(() => {
      throw new Problem(404, 'unknown-person', `Nobody is known by ${ADDRESS}.`);
    });
    const log = await printed(() => refusing(httpEvent('signup-json'), {} as never));
    expect(JSON.parse(log)).toMatchObject({ message: 'answered', status: 404, problem: 'unknown-person' });
    expect(log).not.toContain(ADDRESS);
  });
});

describe('what is answered to an error', () => {
  test.each([
    ['TooContended', 503],
    ['ThrottlingException', 503],
    ['ProvisionedThroughputExceededException', 503],
    ['InternalServerError', 503],
    ['ValidationException', 500],
    ['TypeError', 500],
  ])('%s: %d, without its particulars', (name, status) => {
    const problem = problemOf(Object.assign(new Error(ADDRESS), { name }));
    expect(problem).toMatchObject({ status, headers: status === 503 ? { 'Retry-After': '2' } : {} });
    expect(JSON.stringify(problem)).not.toContain(ADDRESS);
  });

  test('a problem of ours: itself, as RFC 9457 has it', () => {
    const ours = new Problem(422, 'invalid', 'Change this.', [{ pointer: '/email', detail: 'Like this.' }]);
    expect(problemOf(ours)).toBe(ours);
    expect(JSON.parse(JSON.stringify(ours))).toEqual({
      type: 'urn:consent-ledger:invalid',
      title: 'Unprocessable Entity',
      status: 422,
      detail: 'Change this.',
      errors: [{ pointer: '/email', detail: 'Like this.' }],
    });
  });
});
