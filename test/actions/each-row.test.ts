import { eachRow } from '../../shared/actions/each-row';

afterEach(() => jest.useRealTimers());

test('rows for which there is no time are left to another call, and not to a gateway that gives up', async () => {
  const rows = Array.from({ length: 100 }, (_, n) => ({ optOut: { email: `row-${n}@example.org` } }));
  jest.useFakeTimers();
  let taken = 0;
  const take = async (): Promise<object> => {
    await new Promise((resolve) => setTimeout(resolve, 11_000));
    taken += 1;
    return {};
  };
  const answer = eachRow(rows, take);
  await jest.advanceTimersByTimeAsync(30_000);
  const results = await answer;
  // Two rounds of sixteen have begun within 20 seconds.
  expect(taken).toBe(32);
  expect(results.filter((result) => 'problem' in result)).toHaveLength(68);
  expect(results.at(-1)).toMatchObject({ problem: { status: 503, type: 'urn:consent-ledger:busy' } });
});
