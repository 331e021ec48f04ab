import { canonicalHash } from '../../shared/canonical';
import { columnsOf } from '../../cli/import/columns';
import { readRow } from '../../cli/import/row';
import { statesOf } from '../../cli/import/states';

/* What a file knows to a day or a minute is told as that, and counts as it is best for the person. */

const BERLIN = { zone: 'Europe/Berlin', order: undefined };

function read(kind: 'consents' | 'withdrawals', row: Readonly<Record<string, string>>): Record<string, unknown> {
  const isSure = !('givenAt' in row) || row['givenAt'] !== '';
  const sets = kind === 'consents' ? ['purposes=newsletter', 'version=3', ...(isSure ? ['doubleOptIn=yes'] : [])] : [];
  const columns = columnsOf(['email', ...Object.keys(row)], [], sets, kind);
  const sheet = { columns, states: statesOf(columns, kind, []), clock: BERLIN, name: 'list.csv' };
  const { body, flaws } = readRow({ number: 2, cells: ['a@one.example', ...Object.values(row)] }, sheet);
  expect(flaws).toEqual([]);
  return body as Record<string, unknown>;
}

const DAY = { first: '2021-05-02T22:00:00.000Z', last: '2021-05-03T21:59:59.999Z' };

test('a consent counts from the first moment of its day, and a sign-up, too', () => {
  expect(read('consents', { signedUpAt: '02.05.2021', givenAt: '03.05.2021' })).toMatchObject({
    signedUpAt: '2021-05-01T22:00:00.000Z',
    signedUpUntil: '2021-05-02T21:59:59.999Z',
    givenAt: DAY.first,
    givenUntil: DAY.last,
  });
});

test('where there is the time of a sign-up alone, it is that of the consent', () => {
  expect(read('consents', { signedUpAt: '03.05.2021', givenAt: '' })).toMatchObject({
    givenAt: DAY.first,
    givenUntil: DAY.last,
  });
});

test('a withdrawal counts until the last moment of its day or minute', () => {
  expect(read('withdrawals', { saidAt: '03.05.2021' })).toMatchObject({ saidFrom: DAY.first, saidAt: DAY.last });
  expect(read('withdrawals', { saidAt: '03.05.2021 11:12' })).toMatchObject({
    saidFrom: '2021-05-03T09:12:00.000Z',
    saidAt: '2021-05-03T09:12:59.999Z',
  });
});

test('what is known to the second is told as a moment', () => {
  expect(read('withdrawals', { saidAt: '03.05.2021 11:12:07' })).not.toHaveProperty('saidFrom');
  expect(read('withdrawals', { saidAt: '1620033127' })).not.toHaveProperty('saidFrom');
  const consent = read('consents', { signedUpAt: '03.05.2021 11:12:00', givenAt: '03.05.2021 11:12:07' });
  expect(consent).not.toHaveProperty('givenUntil');
  expect(consent).not.toHaveProperty('signedUpUntil');
});

test('a row is called the same as before its times were told so', () => {
  const { givenUntil, signedUpUntil, reference, ...before } = read('consents', {
    signedUpAt: '02.05.2021',
    givenAt: '03.05.2021',
  });
  expect([givenUntil, signedUpUntil]).not.toContain(undefined);
  expect(reference).toBe(canonicalHash(before));
});

describe('today', () => {
  afterEach(() => void jest.useRealTimers());
  const at = (now: string): Record<string, unknown> => {
    jest.useFakeTimers({ now: new Date(now) });
    return read('withdrawals', { saidAt: '03.05.2021' });
  };

  test('somebody who left can have said so until now, and is the same all day', () => {
    const [noon, evening] = [at('2021-05-03T10:00:00.000Z'), at('2021-05-03T18:00:00.000Z')];
    expect(noon).toMatchObject({ saidFrom: DAY.first, saidAt: '2021-05-03T10:00:00.000Z' });
    expect(evening).toMatchObject({ saidFrom: DAY.first, saidAt: '2021-05-03T18:00:00.000Z' });
    expect(evening['reference']).toBe(noon['reference']);
  });

  test('a time by a clock that is ahead is now', () => {
    jest.useFakeTimers({ now: new Date('2021-05-03T09:00:00.000Z') });
    for (const saidAt of ['03.05.2021 11:00:07', '03.05.2021 11:01', '04.05.2021 10:00']) {
      const told = read('withdrawals', { saidAt });
      expect(told).toMatchObject({ saidAt: '2021-05-03T09:00:00.000Z' });
      expect(told).not.toHaveProperty('saidFrom');
    }
  });

  test('a day that is yet to come is left for the system to refuse', () => {
    expect(at('2021-05-02T10:00:00.000Z')).toMatchObject({ saidFrom: DAY.first, saidAt: DAY.last });
  });
});
